using Terjaga.App.Errors;
using Terjaga.App.Web;
using Terjaga.Takedown.Answers;

namespace Terjaga.App.Takedown.Platforms;

/// <summary>Refuses a recipient's call that says it is signed and is not; what is not signed passes by its key alone.</summary>
internal static class SignedRecipientCalls
{
    /// <summary>As Standard Webhooks calls them.</summary>
    private const string Id = "webhook-id", Timestamp = "webhook-timestamp", Signature = "webhook-signature";

    extension(IApplicationBuilder app)
    {
        public void UseSignedRecipientCalls() => app.Use(CheckAsync);
    }

    extension(HttpRequest request)
    {
        /// <summary>By which a repetition of a signed call is known; null for a call that is not signed.</summary>
        public string? SignedId => request.Headers[Signature].Count > 0 && request.Headers[Id] is [{ Length: > 0 } id] ? $"{Id} {id}" : null;
    }

    private static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Request.Headers;
        if (headers[Signature].Count == 0 || AsRecipient.Of(context) is not { } recipient || !context.Request.IsApi)
        {
            await next(context);
            return;
        }

        context.Request.EnableBuffering(DeskHost.MaxRequestBytes);
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException)
        {
            await ProblemAnswers.ToHttp(new Problem("request.too-large")).ExecuteAsync(context);
            return;
        }

        context.Request.Body.Position = 0;
        var check = context.RequestServices.GetRequiredService<CheckSignature>();
        var signed = new CheckSignature.Headers(headers[Id], headers[Timestamp], headers[Signature]);
        if ((await check.RunAsync(recipient.RecipientId, signed, body.ToArray(), context.RequestAborted)).TryGet(out _, out var problem))
            await next(context);
        else
            await ProblemAnswers.ToHttp(problem).ExecuteAsync(context);
    }
}
