namespace Terjaga.App.Layout;

/// <summary>The officer who is signed in, as the head of a desk page shows them.</summary>
/// <param name="Ministry">As shown, for instance <c>KP2MI</c>.</param>
/// <param name="Role">As shown, in the reader's language.</param>
public sealed record DeskViewer(string Name, string Ministry, string Role);
