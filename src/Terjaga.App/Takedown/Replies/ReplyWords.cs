namespace Terjaga.App.Takedown.Replies;

/// <summary>Words of mails that came back.</summary>
public sealed class ReplyWords;
