namespace Terjaga.App.Takedown.Platforms;

/// <summary>Marks what is open to a recipient with its key, and to nobody else: an officer's session does not open it.</summary>
/// <param name="Scheme">How the recipient proves who it is.</param>
internal sealed record ForRecipients(string Scheme);
