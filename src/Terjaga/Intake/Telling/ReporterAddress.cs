using MimeKit;

namespace Terjaga.Intake.Telling;

/// <summary>Finds the mail address in what a reporter wrote as their contact.</summary>
internal static class ReporterAddress
{
    private static readonly char[] _between = [' ', '\t', '\n', '\r', ',', ';', '<', '>', '(', ')', '"'];

    /// <summary>Null where there is none, or more than one: nobody guesses to whom to write.</summary>
    public static string? In(string contact)
    {
        var words = contact.Split(_between, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Contains('@', StringComparison.Ordinal)).ToList();
        return words is [var only] && MailboxAddress.TryParse(only, out var address) && address.Address == only && IsWhole(address) ? only : null;
    }

    /// <summary>One part before the sign, and a domain with a dot after it that is no network address.</summary>
    private static bool IsWhole(MailboxAddress address) =>
        address.LocalPart.Length > 0 && address.Domain is { Length: > 0 } domain && domain.Contains('.', StringComparison.Ordinal) && char.IsLetter(domain[^1]);
}
