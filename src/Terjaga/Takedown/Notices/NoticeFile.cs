namespace Terjaga.Takedown.Notices;

/// <summary>A letter in one of its shapes.</summary>
public sealed record NoticeFile(string FileName, string MediaType, byte[] Content);
