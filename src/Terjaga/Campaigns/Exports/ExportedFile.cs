namespace Terjaga.Campaigns.Exports;

/// <summary>A file of indicators, ready to be handed over.</summary>
/// <param name="FileName">Letters, figures, dots and hyphens only; nothing that a stranger wrote.</param>
public sealed record ExportedFile(string FileName, string MediaType, byte[] Content);
