namespace Terjaga.Takedown.Notices;

/// <summary>One address of a letter.</summary>
/// <param name="Url">The item to take away, exactly.</param>
/// <param name="Answer">Where the recipient answers for this address; null in a withdrawal and for the eyes of officers, who must not answer for it.</param>
/// <param name="Captures">What the desk saw there, oldest first.</param>
public sealed record NoticeOrder(Guid Order, string Url, Uri? Answer, IReadOnlyList<NoticeCapture> Captures);
