using System.Text;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Intake;
using Terjaga.App.Takedown.Platforms;
using Terjaga.Common.Repeating;

namespace Terjaga.App.Web;

/// <summary>Answers an officer's or a recipient's call that is repeated with the same <c>Idempotency-Key</c> as it was answered first.</summary>
internal static class RepeatedCalls
{
    extension(IApplicationBuilder app)
    {
        public void UseRepeatedCalls() => app.Use(AnswerAsync);
    }

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.IsApi || CallerOf(context) is not { } caller || KeyOf(context.Request) is not { } key)
        {
            await next(context);
            return;
        }

        var once = context.RequestServices.GetRequiredService<AnswerOnce>();
        if (!(await ReadAsync(context.Request, context.RequestAborted)).TryGet(out var asked, out var problem)
            || !(await once.BeginAsync(caller, key, asked, context.RequestAborted)).TryGet(out var begun, out problem))
        {
            await ProblemAnswers.ToHttp(problem).ExecuteAsync(context);
            return;
        }

        if (begun.Known is { } known)
            await WriteAsync(context, known);
        else
            await KeepAsync(context, next, once, begun.Id);
    }

    /// <summary>Whose call it is, where its answers are kept: an officer's by its duty, a recipient's always. Null elsewhere.</summary>
    private static Guid? CallerOf(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        if (AsRecipient.Of(context) is { } recipient)
            return metadata?.GetMetadata<ForRecipients>() is null ? null : recipient.RecipientId;
        return SignedIn.Of(context)?.Officer is { } officer && metadata?.OfType<Duty>().ToList() is [var duty] && KeptAnswers.Covers(duty) ? officer.OfficerId : null;
    }

    /// <summary>What is the same in a repetition: the id that was signed, or the header for it.</summary>
    private static string? KeyOf(HttpRequest request) =>
        request.SignedId ?? (request.Headers[IntakeCalls.IdempotencyHeader] is [{ } key] ? key : null);

    /// <summary>All that the call says. Fails with <c>request.too-large</c>.</summary>
    private static async Task<Result<byte[]>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        request.EnableBuffering(DeskHost.MaxRequestBytes);
        using var all = new MemoryStream();
        all.Write(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        try
        {
            await request.Body.CopyToAsync(all, cancellationToken);
        }
        catch (BadHttpRequestException)
        {
            return new Problem("request.too-large");
        }

        request.Body.Position = 0;
        return all.ToArray();
    }

    private static async Task KeepAsync(HttpContext context, RequestDelegate next, AnswerOnce once, string id)
    {
        var (response, outward) = (context.Response, context.Response.Body);
        using var body = new MemoryStream();
        response.Body = body;
        var isKept = false;
        try
        {
            await next(context);
            isKept = response.StatusCode < StatusCodes.Status500InternalServerError && body.Length <= AnswerOnce.MaxBodyBytes;
        }
        finally
        {
            response.Body = outward;
            // What was done is done, also where the caller has hung up meanwhile.
            if (isKept)
                await once.KeepAsync(id, new(response.StatusCode, response.ContentType, body.ToArray()), CancellationToken.None);
            else
                await once.ForgetAsync(id, CancellationToken.None);
        }

        body.Position = 0;
        await body.CopyToAsync(outward, context.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext context, AnswerOnce.Answer known)
    {
        context.Response.StatusCode = known.StatusCode;
        context.Response.ContentType = known.MediaType;
        if (known.Body.Length > 0)
            await context.Response.Body.WriteAsync(known.Body, context.RequestAborted);
    }
}
