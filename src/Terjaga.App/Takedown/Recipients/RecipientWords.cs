namespace Terjaga.App.Takedown.Recipients;

/// <summary>Marks the words of recipients and of the search for contacts.</summary>
public sealed class RecipientWords;
