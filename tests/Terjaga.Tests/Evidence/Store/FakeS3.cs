using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Terjaga.Tests.Evidence.Store;

/// <summary>A bucket on loopback that speaks as much of S3 as the store does, and refuses what is not signed.</summary>
internal sealed partial class FakeS3 : IAsyncDisposable
{
    /// <summary>Fewer than there are, so that a list has pages.</summary>
    private const int PageSize = 2;

    private static readonly XNamespace _names = "http://s3.amazonaws.com/doc/2006-03-01/";

    private readonly WebApplication _app;

    private FakeS3(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Answers for the next requests, before any is served.</summary>
    public ConcurrentQueue<int> Failures { get; } = new();

    public ConcurrentQueue<string> Asked { get; } = new();

    public DateTimeOffset WrittenAt { get; set; } = TimeProvider.System.GetUtcNow();

    public Uri Address => new(_app.Urls.First());

    public static async Task<FakeS3> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fake = new FakeS3(app);
        app.Run(fake.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }

    public Dictionary<string, string?> Settings => new()
    {
        ["Evidence:S3:Endpoint"] = Address.AbsoluteUri,
        ["Evidence:S3:Bucket"] = "bukti",
        ["Evidence:S3:KeyId"] = "AKIATEST",
        ["Evidence:S3:Secret"] = "a secret of a test",
        ["Evidence:S3:Region"] = "id-jkt-1",
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Asked.Enqueue($"{context.Request.Method} {context.Request.Path}");
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (Failures.TryDequeue(out var status))
            context.Response.StatusCode = status;
        else if (!IsSigned(context.Request, body.ToArray()))
            await SayAsync(context, StatusCodes.Status403Forbidden, new XElement("Error", new XElement("Code", "SignatureDoesNotMatch")));
        else if (!context.Request.Path.StartsWithSegments("/bukti", out var rest))
            await SayAsync(context, StatusCodes.Status404NotFound, new XElement("Error", new XElement("Code", "NoSuchBucket")));
        else
            await ServeAsync(context, rest.Value?.TrimStart('/') ?? "", body.ToArray());
    }

    private async Task ServeAsync(HttpContext context, string name, byte[] body)
    {
        switch (context.Request.Method)
        {
            case "GET" when name.Length == 0:
                await ListAsync(context);
                break;
            case "PUT":
                Files[name] = body;
                context.Response.Headers.ETag = "\"etag\"";
                break;
            case "DELETE":
                Files.TryRemove(name, out _);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case "GET" when Files.TryGetValue(name, out var content):
                context.Response.ContentLength = content.Length;
                await context.Response.Body.WriteAsync(content);
                break;
            default:
                await SayAsync(context, StatusCodes.Status404NotFound, new XElement("Error", new XElement("Code", "NoSuchKey")));
                break;
        }
    }

    private Task ListAsync(HttpContext context)
    {
        Assert.Equal("2", context.Request.Query["list-type"]);
        var after = context.Request.Query["continuation-token"].ToString();
        var names = Files.Keys.Where(k => k.StartsWith(context.Request.Query["prefix"].ToString(), StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Where(k => string.CompareOrdinal(k, after) > 0).ToList();
        var page = names.Take(PageSize).ToList();
        var isCut = names.Count > page.Count;
        return SayAsync(context, StatusCodes.Status200OK, new XElement(
            _names + "ListBucketResult", new XElement(_names + "IsTruncated", isCut),
            isCut ? new XElement(_names + "NextContinuationToken", page[^1]) : null,
            page.Select(k => new XElement(
                _names + "Contents", new XElement(_names + "Key", k), new XElement(_names + "Size", Files[k].Length),
                new XElement(_names + "LastModified", WrittenAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))))));
    }

    /// <summary>The form of a signature of version 4, and the hash of the body that it covers; not the signature itself.</summary>
    private static bool IsSigned(HttpRequest request, byte[] body) =>
        SignaturePattern().IsMatch(request.Headers.Authorization.ToString())
        && request.Headers["x-amz-date"].ToString().Length == 16
        && request.Headers["x-amz-content-sha256"] == Convert.ToHexStringLower(SHA256.HashData(body));

    private static Task SayAsync(HttpContext context, int status, XElement answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync(answer.ToString());
    }

    [GeneratedRegex("^AWS4-HMAC-SHA256 Credential=AKIATEST/[0-9]{8}/id-jkt-1/s3/aws4_request, ?SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, ?Signature=[0-9a-f]{64}$")]
    private static partial Regex SignaturePattern();
}
