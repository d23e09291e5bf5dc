using Terjaga.Registry.Asking;

namespace Terjaga.Casework.Joining;

/// <summary>Tells the contacts of whoever offers from those of a company or an office, which may be a victim of a name's theft.</summary>
internal static class OfferContacts
{
    /// <summary>The contacts that no list has of anybody: only by these offers are linked.</summary>
    /// <param name="contacts">With their kind; see <see cref="Screening.Linking.Contacts"/>.</param>
    public static IReadOnlyList<string> NotOnFile(IReadOnlyList<string> contacts, IReadOnlyList<ContactAnswer> holders) =>
        [.. contacts.Where(contact => !holders.Any(holder => IsOf(contact, holder)))];

    /// <summary>A listed company offers here by its own contacts, and by no others.</summary>
    /// <remarks>A domain says nothing against it: lists seldom have the site of a company, and offers name platforms.</remarks>
    public static bool IsOwnOffer(IReadOnlyList<string> contacts, IReadOnlyList<ContactAnswer> holders) =>
        holders.Any(holder => !holder.IsOffice) && NotOnFile(contacts, holders).All(contact => contact.StartsWith("domain:", StringComparison.Ordinal));

    private static bool IsOf(string contact, ContactAnswer holder) => holder.Kind switch
    {
        "phone" => contact == "phone:" + holder.Value,
        "handle" => contact == "handle:" + holder.Value,
        "account" => contact.StartsWith("account:", StringComparison.Ordinal) && contact.EndsWith(":" + holder.Value, StringComparison.Ordinal),
        "host" => contact.StartsWith("domain:", StringComparison.Ordinal) && $".{holder.Value}".EndsWith("." + contact["domain:".Length..], StringComparison.Ordinal),
        _ => false,
    };
}
