using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Terjaga.App.Errors;
using Terjaga.Evidence.Custody;

namespace Terjaga.App.Evidence;

/// <summary>The calls by which everybody, without an account, follows the custody log.</summary>
internal static class CustodyCalls
{
    public const string Head = "/api/custody/head", Key = "/api/custody/key";

    /// <summary>Of a key in PEM; not registered, and what tools know it by.</summary>
    private const string PemType = "application/x-pem-file";

    /// <summary>How long another may keep the newest head: a new one comes each hour.</summary>
    private static readonly TimeSpan _headStays = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan _keyStays = TimeSpan.FromHours(1);

    /// <summary>A proof between two sizes never changes.</summary>
    private static readonly TimeSpan _proofStays = TimeSpan.FromDays(30);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapCustodyCalls()
        {
            routes.MapGet(Head, ReadNewestAsync).Produces<ReadTreeHead.PublishedHead>();
            routes.MapGet(Head + "/{size:long}", ReadAsync).Produces<ReadTreeHead.PublishedHead>();
            routes.MapGet(Key, ReadKey).Produces<string>(contentType: PemType);
            routes.MapGet("/api/custody/consistency", ProveConsistencyAsync).Produces<ReadTreeHead.ConsistencyProof>();
            routes.MapGet("/api/custody/inclusion", ProveInclusionAsync).Produces<ReadTreeHead.InclusionProof>();
        }
    }

    private static async Task<IResult> ReadNewestAsync(HttpResponse response, ReadTreeHead read, CancellationToken cancellationToken) =>
        Answer(response, _headStays, await read.RunAsync(size: null, cancellationToken));

    private static async Task<IResult> ReadAsync(HttpResponse response, long size, ReadTreeHead read, CancellationToken cancellationToken) =>
        Answer(response, _headStays, await read.RunAsync(size, cancellationToken));

    private static ContentHttpResult ReadKey(HttpResponse response, CustodyKey key)
    {
        Keep(response, _keyStays);
        return TypedResults.Text(key.PublicKey, PemType);
    }

    private static async Task<IResult> ProveConsistencyAsync(
        HttpResponse response, long from, long to, ReadTreeHead read, CancellationToken cancellationToken) =>
        Answer(response, _proofStays, await read.ProveConsistencyAsync(from, to, cancellationToken));

    private static async Task<IResult> ProveInclusionAsync(
        HttpResponse response, string leaf, long size, ReadTreeHead read, CancellationToken cancellationToken) =>
        Answer(response, _proofStays, await read.ProveInclusionAsync(leaf, size, cancellationToken));

    private static IResult Answer<T>(HttpResponse response, TimeSpan stays, Result<T> result)
        where T : notnull
    {
        if (!result.TryGet(out var value, out var problem))
            return ProblemAnswers.ToHttp(problem);
        Keep(response, stays);
        return TypedResults.Ok(value);
    }

    /// <summary>Nothing here is about the one who asks, so whatever stands between may keep it.</summary>
    private static void Keep(HttpResponse response, TimeSpan stays) =>
        response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={stays.TotalSeconds}");
}
