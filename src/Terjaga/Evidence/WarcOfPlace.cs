using System.Globalization;
using Terjaga.Common.Http;
using Terjaga.Evidence.Archive;

namespace Terjaga.Evidence;

/// <summary>Puts what was seen of a place into the form in which it is archived.</summary>
internal static class WarcOfPlace
{
    public static WarcCapture Of(Guid captureId, WebAddress address, SeenPlace seen, DateTimeOffset now)
    {
        var way = seen.Outcome.Exchanges;
        var answers = way.Concat(seen.Parts).Where(e => e.StatusCode is not null).Select(e => (Seen: e, Kept: ToExchange(e))).ToList();
        return new WarcCapture(
            captureId, way[0].At, address.Value, answers.ConvertAll(a => a.Kept),
            answers.Find(a => ReferenceEquals(a.Seen, way[^1])).Kept?.Id,
            seen.Picture is { } picture ? new WarcPicture(now, PictureKind.Of(picture), picture) : null,
            seen.Text, OutcomeOf(seen));
    }

    private static WarcExchange ToExchange(Exchange exchange) => new(
        TimeOrderedId.At(exchange.At), exchange.At, exchange.Address.AbsoluteUri, HttpMethod.Get.Method, exchange.RequestHeaders,
        exchange.StatusCode.GetValueOrDefault(), exchange.Reason, exchange.ResponseHeaders, exchange.Body, exchange.RemoteAddress,
        exchange.Code switch
        {
            null => null,
            "fetch.too-large" or "fetch.bomb" => WarcTruncation.Length,
            "fetch.timeout" => WarcTruncation.Time,
            "fetch.cut-short" => WarcTruncation.Disconnect,
            _ => WarcTruncation.Unspecified,
        });

    /// <summary>What no record of an answer can tell: failures, refusals and certificates.</summary>
    private static Dictionary<string, string> OutcomeOf(SeenPlace seen)
    {
        var told = new Dictionary<string, string>
        {
            ["status"] = seen.Outcome.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "none",
            ["final-address"] = seen.Outcome.FinalAddress.Value,
        };
        if (seen.Outcome.Code is { } code)
            told["code"] = code;
        if (seen.PictureCode is { } without)
            told["no-picture"] = without;
        foreach (var (number, exchange) in seen.Outcome.Exchanges.Concat(seen.Parts).Index())
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"request-{number + 1}");
            if (exchange.Code is { } failure)
                told[line + "-failed"] = $"{failure} {exchange.Address.AbsoluteUri}";
            if (exchange.Certificate is { } certificate)
                told[line + "-certificate"] = $"{certificate} {exchange.Address.AbsoluteUri}";
        }

        return told;
    }
}
