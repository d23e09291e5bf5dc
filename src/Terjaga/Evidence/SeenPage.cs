namespace Terjaga.Evidence;

/// <summary>A place, and the words that were last seen there.</summary>
/// <param name="Text">Null if none were seen.</param>
internal sealed record SeenPage(Guid ItemId, string? Text);
