namespace Terjaga.Takedown;

/// <summary>Marks the words of a notice: <c>NoticeWords.resx</c> in Indonesian, <c>NoticeWords.en.resx</c> in English.</summary>
internal sealed class NoticeWords;
