namespace Terjaga.Evidence.Archive;

/// <summary>What one capture saw, as it goes into one WARC file.</summary>
/// <param name="At">When the capture began.</param>
/// <param name="Address">The page that was asked for; each exchange names its own address.</param>
/// <param name="Exchanges">In the order they were asked: redirects, the page, then what the page asked for.</param>
/// <param name="Page">The exchange that gave the page itself; null where none did.</param>
/// <param name="Screenshot">Null where there is no picture; the outcome says why.</param>
/// <param name="Text">The visible text; null where none was read.</param>
/// <param name="Outcome">Names and values about the visit: codes, certificate, why no picture. Never about a person who reported.</param>
internal sealed record WarcCapture(
    Guid Id,
    DateTimeOffset At,
    string Address,
    IReadOnlyList<WarcExchange> Exchanges,
    Guid? Page,
    WarcPicture? Screenshot,
    string? Text,
    IReadOnlyDictionary<string, string> Outcome);
