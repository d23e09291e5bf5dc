using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Screening.Learning;

namespace Terjaga.Casework.Notes;

/// <summary>Whether a note may go to a reporter: no number, no address, no name of an officer ever leaves the desk with it.</summary>
internal sealed class PlainNote(TerjagaDb db, Screeners screeners)
{
    /// <summary>More digits in a row may be a phone or an account; a hotline has at most four, a year too.</summary>
    private const int MaxDigits = 5;

    /// <summary>A shorter part of a name is a common word.</summary>
    private const int MinNameLength = 4;

    /// <summary>Words that name an office and no person, wherever an officer is called by them.</summary>
    private static readonly string[] _offices =
        ["petugas", "analis", "penyetuju", "officer", "analyst", "approver", "admin", "administrator", "kp2mi", "komdigi", "pelindung", "auditor", "privasi"];

    private static readonly string[] _addresses = ["http", "www.", "://", "@", ".com", ".id", ".net", ".org", "wa.me", "t.me"];

    /// <summary>Null, or <c>note.has-number</c>, <c>note.has-address</c> or <c>note.has-name</c>.</summary>
    public async Task<Problem?> RefuseAsync(string text, CancellationToken cancellationToken)
    {
        await screeners.RefreshAsync(db, cancellationToken);
        var seen = screeners.Live.Screen(text).Entities;
        if (seen.Phones.Count > 0 || seen.Accounts.Count > 0 || LongestNumber(text) > MaxDigits)
            return new Problem("note.has-number");
        if (seen.Hosts.Count > 0 || seen.Handles.Count > 0 || _addresses.Any(part => text.Contains(part, StringComparison.OrdinalIgnoreCase)))
            return new Problem("note.has-address");
        var names = await db.Set<Officer>().AsNoTracking().Select(o => o.DisplayName).ToListAsync(cancellationToken);
        return Names(text, names) ? new Problem("note.has-name") : null;
    }

    /// <summary>Digits that follow each other, or are parted by one sign only.</summary>
    private static int LongestNumber(string text)
    {
        var (longest, digits, gap) = (0, 0, 0);
        foreach (var sign in text)
        {
            if (char.IsDigit(sign))
                (digits, gap) = (digits + 1, 0);
            else if (++gap > 1 || char.IsLetter(sign))
                digits = 0;
            longest = Math.Max(longest, digits);
        }

        return longest;
    }

    private static bool Names(string text, List<string> names)
    {
        var words = Words(text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.SelectMany(Words).Any(part =>
            part.Length >= MinNameLength && !_offices.Contains(part, StringComparer.OrdinalIgnoreCase) && words.Contains(part));
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsLetterOrDigit(text[at]))
                continue;
            if (at > start)
                yield return text[start..at];
            start = at + 1;
        }
    }
}
