using System.Text.Json;
using Terjaga.Screening.Identifiers;

namespace Terjaga.Tests.Screening.Identifiers;

/// <summary>Precision and recall of each kind of identifier on texts that others wrote.</summary>
public sealed class IdentifierFiguresTests
{
    private const string Posts = "data/posts/posts.jsonl";

    private const string Found = "data/found/entities_tbh24.jsonl";

    [Theory]
    [InlineData(Posts, "phones", 0.98, 0.95)]
    [InlineData(Posts, "hosts", 0.98, 0.95)]
    [InlineData(Posts, "accounts", 0.9, 0.9)]
    [InlineData(Posts, "handles", 0.9, 0.9)]
    [InlineData(Posts, "countries", 0.9, 0.9)]
    [InlineData(Posts, "wages", 0.95, 0.95)]
    [InlineData(Posts, "agencies", 0.95, 0.9)]
    [InlineData(Found, "phones", 0.98, 0.95)]
    public void Identifiers_are_found_and_nothing_else(string file, string kind, double precision, double recall)
    {
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var row in ShippedScreener.Rows(SharedFolder.Require(file)))
        {
            var told = Told(ShippedScreener.RulesAlone.Screen(row.GetProperty("text").GetString()!, Channel(row)).Entities, kind).ToHashSet();
            var wanted = Wanted(row, kind).ToHashSet();
            right += told.Count(wanted.Contains);
            wrong += told.Count(one => !wanted.Contains(one));
            missed += wanted.Count(one => !told.Contains(one));
        }

        Assert.True(right >= precision * (right + wrong), $"{kind}: precision {right}/{right + wrong}");
        Assert.True(right >= recall * (right + missed), $"{kind}: recall {right}/{right + missed}");
    }

    private static IEnumerable<string> Told(Entities entities, string kind) => kind switch
    {
        "phones" => entities.Phones,
        "hosts" => entities.Hosts,
        "accounts" => entities.Accounts.Select(account => account.Number),
        "handles" => entities.Handles,
        "countries" => entities.Countries,
        "agencies" => entities.Agencies.Select(name => name.ToLowerInvariant()),
        _ => entities.Wages.Select(wage => FormattableString.Invariant($"{wage.AmountMin:0.##} {wage.AmountMax:0.##} {wage.Currency} {wage.Period}")),
    };

    private static IEnumerable<string> Wanted(JsonElement row, string kind)
    {
        var entities = row.TryGetProperty("entities", out var inner) ? inner : row;
        return kind switch
        {
            "hosts" => entities.GetProperty("urls").EnumerateArray().Select(url => Host(url.GetString()!)),
            "accounts" => entities.GetProperty(kind).EnumerateArray().Select(account => account.GetProperty("number").GetString()!),
            "agencies" => entities.GetProperty(kind).EnumerateArray().Select(name => name.GetString()!.ToLowerInvariant()),
            "wages" => entities.GetProperty(kind).EnumerateArray().Select(wage => FormattableString.Invariant(
                $"{Amount(wage, "amount_min"):0.##} {Amount(wage, "amount_max"):0.##} {wage.GetProperty("currency").GetString()} {wage.GetProperty("period").GetString()}")),
            _ => entities.GetProperty(kind).EnumerateArray().Select(one => one.GetString()!),
        };
    }

    private static string? Channel(JsonElement row) => row.TryGetProperty("channel", out var channel) ? channel.GetString() : null;

    private static string Host(string url) => url.Split("://")[^1].Split('/', '?')[0].ToLowerInvariant();

    private static decimal? Amount(JsonElement wage, string side) =>
        wage.GetProperty(side) is { ValueKind: JsonValueKind.Number } amount ? amount.GetDecimal() : null;
}
