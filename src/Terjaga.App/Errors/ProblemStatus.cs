namespace Terjaga.App.Errors;

/// <summary>Which HTTP status a problem's code stands for.</summary>
internal static class ProblemStatus
{
    /// <summary>400 to 429 for what the caller can mend; 500 and 503 only for <c>desk.failed</c> and <c>desk.unavailable</c>.</summary>
    public static int Of(Problem problem) => problem.Code switch
    {
        "request.malformed" => StatusCodes.Status400BadRequest,
        "request.cross-site" or "access.denied" or "access.not-shared" or "access.factor-missing" => StatusCodes.Status403Forbidden,
        "method.not-allowed" => StatusCodes.Status405MethodNotAllowed,
        "media-type.unsupported" or "table.format-unknown" => StatusCodes.Status415UnsupportedMediaType,
        "desk.failed" => StatusCodes.Status500InternalServerError,
        "desk.unavailable" => StatusCodes.Status503ServiceUnavailable,
        var code when Is(code, "session.*") => StatusCodes.Status401Unauthorized,
        var code when Is(code, "rate.*") => StatusCodes.Status429TooManyRequests,
        var code when Is(code, "*.unknown") => StatusCodes.Status404NotFound,
        "idempotency-key.under-way" => StatusCodes.Status409Conflict,
        var code when Is(code, "*.changed") || code == "case.claimed" => StatusCodes.Status409Conflict,
        var code when Is(code, "*.too-large") => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static bool Is(string code, string pattern) => pattern.StartsWith('*')
        ? code.EndsWith(pattern[1..], StringComparison.Ordinal)
        : code.StartsWith(pattern[..^1], StringComparison.Ordinal);
}
