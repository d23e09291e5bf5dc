namespace Terjaga.Takedown.Notices;

/// <summary>The legal basis as a letter says it.</summary>
/// <param name="Deadline">Counted from the moment the letter reaches the recipient.</param>
public sealed record NoticeBasis(string Code, string TitleId, string TitleEn, string Source, TimeSpan Deadline);
