namespace Terjaga.App.Intake;

/// <summary>What a program is told for a reporter in danger; it shows this before anything else.</summary>
/// <param name="Kind">captive, suicide, missing, leaving or threatened.</param>
/// <param name="Text">What to do now, a sentence or two a line.</param>
/// <param name="Contacts">Whom to call, those where they are first.</param>
internal sealed record HelpTold(string Kind, IntakeCalls.Message Text, IReadOnlyList<HelpTold.Contact> Contacts)
{
    /// <param name="Channel">phone, whatsapp or web.</param>
    /// <param name="Link">Dials, writes or opens.</param>
    public sealed record Contact(string Name, string Channel, string Value, string Link);
}
