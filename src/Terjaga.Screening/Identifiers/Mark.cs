namespace Terjaga.Screening.Identifiers;

/// <summary>A place of the original text that names somebody, in UTF-16 units.</summary>
internal readonly record struct Mark(MarkKind Kind, int Start, int End);
