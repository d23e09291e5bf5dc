namespace Terjaga.Screening.Identifiers;

/// <summary>A web link in a text.</summary>
/// <param name="Url">Disguises undone.</param>
/// <param name="Host">Lower case, punycode.</param>
/// <param name="Path">Behind the host; empty where there is none.</param>
/// <param name="Start">In the original text.</param>
internal readonly record struct Link(string Url, string Host, string Path, int Start, int End);
