namespace Terjaga.Evidence.Archive;

/// <summary>A record of a WARC file as the check saw it.</summary>
/// <param name="BlockSha256">Lower-case hexadecimal, as counted here and not as the record says.</param>
internal sealed record WarcSeen(string Type, string? Target, string? ContentType, string BlockSha256);
