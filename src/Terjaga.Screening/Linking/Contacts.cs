namespace Terjaga.Screening.Linking;

/// <summary>The contacts of an offer by which other offers of the same crew can be known.</summary>
public static class Contacts
{
    /// <summary>Fewest figures of an account: a shorter number is the prefix that a wallet gives to all its customers.</summary>
    public const int MinAccountDigits = 8;

    /// <summary>Longest contact that is kept, in characters, with its kind; a longer one is none.</summary>
    public const int MaxLength = 200;

    /// <summary>
    /// Phones, accounts, handles and registrable domains of an offer, each with its kind, also of a text that is too short to
    /// be known as one and shows danger signs; none of a text that only speaks of offers, and none of a lawful vacancy. The name of a company is none here: who uses it may have stolen it, and its victim must not be joined with the thief.
    /// </summary>
    public static IReadOnlyList<string> Of(ScreeningResult seen) =>
        seen.Context == Contexts.Offer || (seen.Context == Contexts.Other && seen.Band == Band.DangerSigns) ? In(seen) : [];

    /// <summary>The same of any text, whatever it says about them.</summary>
    public static IReadOnlyList<string> In(ScreeningResult seen) =>
    [
        .. Kept(seen.Entities.Phones.Select(phone => "phone:" + phone)),
        .. Kept(seen.Entities.Accounts.Where(account => account.Number.Length >= MinAccountDigits).Select(account => $"account:{account.Bank}:{account.Number}")),
        .. Kept(seen.Entities.Handles.Where(handle => !handle.StartsWith("whatsapp:", StringComparison.Ordinal)).Select(handle => "handle:" + handle)),
        .. Kept(seen.Entities.Domains.Select(domain => "domain:" + domain)),
    ];

    /// <summary>Whether a text is a kind and a value, such as <c>phone:+62812…</c>.</summary>
    public static bool IsContact(string text) => WeightOf(text) > 0 && text.Length > text.IndexOf(':', StringComparison.Ordinal) + 1;

    /// <summary>How much a contact of a kind says by itself, 0 to 1: an account is opened with a name, a domain may be a shared host.</summary>
    /// <remarks>Chosen by hand: the first three join offers alone, a domain is proposed; <c>docs/quality.md</c> has what they find.</remarks>
    internal static double WeightOf(string contact) => contact.AsSpan(0, Math.Max(0, contact.IndexOf(':'))) switch
    {
        "account" => 0.95,
        "phone" => 0.9,
        "handle" => 0.85,
        "domain" => 0.6,
        _ => 0,
    };

    private static IEnumerable<string> Kept(IEnumerable<string> contacts) => contacts.Where(contact => contact.Length <= MaxLength);
}
