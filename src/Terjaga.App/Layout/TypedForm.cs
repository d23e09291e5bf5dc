using Microsoft.AspNetCore.Http.Features;

namespace Terjaga.App.Layout;

/// <summary>What an officer typed into a form that was refused, so that the same form shows it again.</summary>
/// <remarks>Read from the request itself: nothing of it goes into an address, a session or a log. A page encodes it as any other text.</remarks>
public sealed class TypedForm
{
    /// <summary>Largest form that is read only to be shown again, in bytes: some times the longest reason.</summary>
    private const int MaxBytes = 64 * 1024;

    /// <summary>Names of the fields in which officers write sentences; never of one with a secret.</summary>
    private static readonly string[] _sentences = ["alasan", "teks", "isi", "sebab"];

    private static readonly TypedForm _empty = new(null);

    private readonly IFormCollection? _fields;

    private TypedForm(IFormCollection? fields) => _fields = fields;

    /// <summary>False for a form that is shown for the first time, and for every other form of a page.</summary>
    public bool IsRefused => _fields is not null;

    /// <summary>What was typed into a field; null where the form was not refused or has no such field.</summary>
    public string? this[string name] => _fields is not null && _fields.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>Whether a choice was taken; false where the form was not refused.</summary>
    public bool Has(string name, string value) => _fields is not null && _fields.TryGetValue(name, out var values) && values.Contains(value);

    /// <summary>The form at an address, as this answer must show it.</summary>
    /// <param name="by">The field that tells several forms of one address apart; null where there is one.</param>
    /// <param name="of">Its values in this form.</param>
    internal static TypedForm At(HttpContext context, string action, string? by = null, IReadOnlyList<string>? of = null)
    {
        var typed = Refused(context) is { } fields && context.Request.Path.Equals(action, StringComparison.OrdinalIgnoreCase) ? new TypedForm(fields) : _empty;
        return by is null || of is null || of.Any(value => typed.Has(by, value)) ? typed : _empty;
    }

    /// <summary>The sentences of the form that was refused, whichever it was; none where none was.</summary>
    internal static IReadOnlyList<string> SentencesIn(HttpContext context) => Refused(context) is { } fields
        ? [.. _sentences.Select(name => fields.TryGetValue(name, out var values) ? values.ToString() : "").Where(text => !string.IsNullOrWhiteSpace(text))]
        : [];

    /// <summary>Reads a form that no endpoint will read, so that its sentences can be given back. False where it has none.</summary>
    internal static async Task<bool> ReadAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType || context.Request.ContentLength is not <= MaxBytes)
            return false;
        try
        {
            var fields = await context.Request.ReadFormAsync(context.RequestAborted);
            return _sentences.Any(name => fields.TryGetValue(name, out var values) && !string.IsNullOrWhiteSpace(values.ToString()));
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Null where nothing was refused, and where nobody read the form: a page does not wait for a body.</summary>
    private static IFormCollection? Refused(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Response.StatusCode >= StatusCodes.Status400BadRequest
            ? context.Features.Get<IFormFeature>()?.Form
            : null;
}
