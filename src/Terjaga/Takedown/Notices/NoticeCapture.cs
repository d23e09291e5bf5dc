namespace Terjaga.Takedown.Notices;

/// <summary>A piece of evidence as a letter names it: when it was taken, and by which digest it is known.</summary>
/// <param name="Sha256">Lower-case hexadecimal, of the file that holds all that was seen.</param>
public sealed record NoticeCapture(DateTimeOffset At, string Sha256);
