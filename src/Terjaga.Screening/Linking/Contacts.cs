namespace Terjaga.Screening.Linking;

/// <summary>The contacts of an offer by which copies of it can be known.</summary>
public static class Contacts
{
    /// <summary>
    /// Phones, accounts and handles of an offer, each with its kind; none of a text that only speaks of one. Hosts and names of
    /// companies are no contacts here: a shared host and a borrowed name would join strangers, and victims of a name's theft.
    /// </summary>
    public static IReadOnlyList<string> Of(ScreeningResult seen) => seen.Context != Contexts.Offer ? [] :
    [
        .. seen.Entities.Phones.Select(phone => "phone:" + phone),
        .. seen.Entities.Accounts.Select(account => $"account:{account.Bank}:{account.Number}"),
        .. seen.Entities.Handles.Where(handle => !handle.StartsWith("whatsapp:", StringComparison.Ordinal)).Select(handle => "handle:" + handle),
    ];
}
