namespace Terjaga.Takedown.Replies;

/// <summary>Marks the words of the mail about a contact that takes no mail any more.</summary>
public sealed class DeadContactWords;
