using Terjaga.Screening.Learning;
using Terjaga.Screening.Linking;

namespace Terjaga.Casework.Search;

/// <summary>Reads what an officer looks for as a contact, as the engine would read it in an offer.</summary>
internal static class Identifiers
{
    /// <summary>Phones, accounts, handles and domains in it, each with its kind; empty where it is only words.</summary>
    public static IReadOnlyList<string> In(string typed, Screeners screeners) => SearchText.Clean(typed).Trim() switch
    {
        "" => [],
        var text when Contacts.IsContact(text) => [text],
        var text => Contacts.In(screeners.Live.Screen(text)),
    };
}
