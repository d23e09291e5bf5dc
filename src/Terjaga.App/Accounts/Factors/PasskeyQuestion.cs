namespace Terjaga.App.Accounts.Factors;

/// <summary>What a page asks a device.</summary>
/// <param name="Options">JSON for the browser (W3C WebAuthn Level 3).</param>
/// <param name="Ticket">Comes back with the device's answer; only the desk can read it.</param>
public sealed record PasskeyQuestion(string Options, string Ticket);
