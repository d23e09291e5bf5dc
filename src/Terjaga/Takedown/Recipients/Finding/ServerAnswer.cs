namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>What a server of contacts answered.</summary>
/// <param name="Code">Why there is no answer to read; null where there is one.</param>
/// <param name="At">The address that answered in the end.</param>
/// <param name="RetryAt">When the server wants to be asked again; null where it named no time.</param>
internal sealed record ServerAnswer(string? Code, Uri At, byte[] Body, string? MediaType, DateTimeOffset? RetryAt = null);
