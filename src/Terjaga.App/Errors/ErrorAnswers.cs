using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using Terjaga.App.Web;

namespace Terjaga.App.Errors;

/// <summary>Answers what no endpoint answered: an unknown page, a request that cannot be read, a fault of ours.</summary>
internal static partial class ErrorAnswers
{
    extension(IApplicationBuilder app)
    {
        public IApplicationBuilder UseErrorAnswers() => app
            .UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandler = AnswerExceptionAsync,
                // Logged below, with the incident that the reader was told.
                SuppressDiagnosticsCallback = _ => true,
            })
            .UseStatusCodePages(status => AnswerStatusAsync(status.HttpContext));
    }

    private static Task AnswerExceptionAsync(HttpContext context)
    {
        var exception = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (exception is BadHttpRequestException unreadable)
            return AnswerAsync(context, ProblemOf(unreadable.StatusCode));

        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        var incident = TimeOrderedId.At(clock.GetUtcNow()).ToString("N")[..20];
        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Terjaga.App.Errors");
        if (IsDatabaseAway(exception))
        {
            LogUnavailable(logger, exception, incident);
            return AnswerAsync(context, new Problem("desk.unavailable"));
        }

        LogFailed(logger, exception, incident, context.GetEndpoint()?.DisplayName);
        return AnswerAsync(context, new Problem("desk.failed", incident), incident);
    }

    private static Task AnswerStatusAsync(HttpContext context) =>
        AnswerAsync(context, ProblemOf(context.Response.StatusCode));

    private static Task AnswerAsync(HttpContext context, Problem problem, string? incident = null) =>
        new ProblemAnswer(problem, AsPage: !context.Request.IsApi, incident).ExecuteAsync(context);

    private static Problem ProblemOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => new Problem("session.missing"),
        StatusCodes.Status403Forbidden => new Problem("access.denied"),
        StatusCodes.Status404NotFound => new Problem("route.unknown"),
        StatusCodes.Status405MethodNotAllowed => new Problem("method.not-allowed"),
        StatusCodes.Status413PayloadTooLarge => new Problem("request.too-large"),
        StatusCodes.Status415UnsupportedMediaType => new Problem("media-type.unsupported"),
        StatusCodes.Status429TooManyRequests => new Problem("rate.limited"),
        StatusCodes.Status503ServiceUnavailable => new Problem("desk.unavailable"),
        _ => new Problem("request.malformed"),
    };

    private static bool IsDatabaseAway(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException)
                return true;
        }

        return false;
    }

    [LoggerMessage(LogLevel.Error, "Incident {Incident}: the database did not answer")]
    private static partial void LogUnavailable(ILogger logger, Exception? exception, string incident);

    [LoggerMessage(LogLevel.Error, "Incident {Incident} in {Endpoint}")]
    private static partial void LogFailed(ILogger logger, Exception? exception, string incident, string? endpoint);
}
