using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Web;
using Terjaga.Intake.Checking;
using Terjaga.Screening;

namespace Terjaga.App.Intake.Checking;

/// <summary>The check as a call: the object of <c>screen</c>, with what the lists say and advice in both languages.</summary>
internal static class CheckCalls
{
    /// <summary>Header of a partner's key; without it the rate of one line holds.</summary>
    public const string KeyHeader = "X-Terjaga-Key";

    private static readonly ReportForm.Names _names = new("", "text", "channel", "", "files");

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>What a program sends.</summary>
    public sealed record CheckCall(string? Text, string? Channel);

    /// <summary>One piece of advice in both languages.</summary>
    public sealed record AdviceSaid(string Code, string Id, string En);

    /// <param name="Text">What was read in the picture.</param>
    public sealed record ImageRead(string Text, double? Confidence);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapCheckCalls() => routes.MapPost("/api/check", CheckAsync).TakesPictures()
            .WithSummary("What to make of an offer: danger signs, what the official lists say, and what to do. Nothing is stored.")
            .Accepts<CheckCall>("application/json", "multipart/form-data").Produces<JsonObject>()
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422).ProducesProblem(429);
    }

    private static async Task<IResult> CheckAsync(
        HttpRequest request, ReadOffer read, CheckOffer check, CheckRates rates, CheckPartnerKey partners, IStringLocalizer<CheckWords> words,
        CancellationToken cancellationToken)
    {
        if (!(await MayAsync(request, rates, partners, cancellationToken)).TryGet(out _, out var problem))
            return ProblemAnswers.ToHttp(problem);
        if (request.HasFormContentType)
        {
            return (await ReportForm.ReadAsync(request, _names, null, cancellationToken)).TryGet(out var typed, out problem)
                && (await read.RunAsync(typed.Text, typed.Pictures, "call", cancellationToken)).TryGet(out var answer, out problem)
                ? Answer(answer.Check, answer.Picture is { } picture ? new ImageRead(picture.Text, picture.Confidence) : null, words)
                : ProblemAnswers.ToHttp(problem);
        }

        if (!request.HasJsonContentType())
            return ProblemAnswers.ToHttp(new Problem("media-type.unsupported"));
        return (await request.ReadJsonAsync<CheckCall>(cancellationToken)).TryGet(out var call, out problem)
            && (await check.RunAsync(call.Text, call.Channel, "call", cancellationToken)).TryGet(out var said, out problem)
            ? Answer(said, null, words)
            : ProblemAnswers.ToHttp(problem);
    }

    private static async Task<Result<Done>> MayAsync(
        HttpRequest request, CheckRates rates, CheckPartnerKey partners, CancellationToken cancellationToken)
    {
        if (request.Headers[KeyHeader] is not [{ } key])
            return rates.MayCheck(request.HttpContext.Connection.RemoteIpAddress) ? Done.Yes : new Problem("rate.limited");
        if (!(await partners.RunAsync(key, cancellationToken)).TryGet(out var partner, out var problem))
            return problem;
        return rates.MayCheck(partner) ? Done.Yes : new Problem("rate.limited");
    }

    private static JsonHttpResult<JsonObject> Answer(OfferCheck check, ImageRead? image, IStringLocalizer<CheckWords> words)
    {
        var answer = JsonSerializer.SerializeToNode(check.Seen, ScreeningJson.Default.ScreeningResult)!.AsObject();
        answer["check"] = JsonSerializer.SerializeToNode(check.Band, _json);
        answer["registry"] = JsonSerializer.SerializeToNode(check.Registry.Agencies, _json);
        answer["numbers"] = JsonSerializer.SerializeToNode(check.Registry.Numbers, _json);
        answer["contacts"] = JsonSerializer.SerializeToNode(check.Registry.Contacts, _json);
        answer["countries"] = JsonSerializer.SerializeToNode(check.Registry.Countries, _json);
        answer["costs"] = JsonSerializer.SerializeToNode(check.Registry.Costs, _json);
        answer["lists"] = JsonSerializer.SerializeToNode(check.Registry.Lists, _json);
        answer["checklist"] = JsonSerializer.SerializeToNode(check.Checklist, _json);
        if (image is not null)
            answer["image"] = JsonSerializer.SerializeToNode(image, _json);
        answer["advice"] = JsonSerializer.SerializeToNode(check.Advice.Select(key => Say(key, words)), _json);
        return TypedResults.Json(answer);
    }

    private static AdviceSaid Say(string key, IStringLocalizer<CheckWords> words)
    {
        var (id, en) = words.InBoth("advice." + key);
        return new AdviceSaid(key, id, en);
    }
}
