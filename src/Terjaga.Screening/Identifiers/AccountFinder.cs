namespace Terjaga.Screening.Identifiers;

/// <summary>Finds accounts at banks and electronic wallets.</summary>
internal sealed class AccountFinder(WordIndex words)
{
    /// <summary>How far from its bank a number may stand, in words; further where the holder is named between.</summary>
    private const int Reach = 4, ReachOverHolder = 9;

    /// <summary>How far before its bank a number may end, in words.</summary>
    private const int ReachBack = 3;

    /// <summary>Accounts that are kept of one text.</summary>
    private const int MaxAccounts = 100;

    /// <summary>An account with its place in the reading form.</summary>
    public readonly record struct Found(Account Account, int Start, int End);

    public List<Found> Find(Post post, List<DigitGroup> groups, List<Phone> phones)
    {
        var found = new List<Found>();
        foreach (var cue in post.Cues)
        {
            if (found.Count == MaxAccounts)
                break;
            var account = cue.Kind switch
            {
                WordKind.Wallet => OfWallet(post, cue, phones),
                WordKind.Bank => OfBank(post, cue, groups, phones),
                WordKind.Account => OfNobody(post, cue, groups, phones),
                _ => null,
            };
            if (account is { } known && !found.Exists(other =>
                other.Account.Number == known.Account.Number
                && (other.Account.Bank == known.Account.Bank || known.Account.Bank is null || other.Start == known.Start && cue.Kind != WordKind.Wallet)))
            {
                found.Add(known);
                post.Taken.Add(known.Start, known.End);
            }
        }

        return found;
    }

    private Found? OfWallet(Post post, Cue cue, List<Phone> phones)
    {
        var phone = phones.Find(phone => phone.FirstToken > cue.LastToken && !phone.IsChatLink);
        if (phone.Number is null || phone.FirstToken - cue.LastToken > ReachTo(post, cue.LastToken, phone.FirstToken))
            return null;
        for (var token = cue.LastToken; token < phone.FirstToken; token++)
        {
            if (post.At(token, WordKind.Platform) is not null || (post.EndsAfter(token) && !IsAbbreviation(post, token)))
                return null;
        }

        var number = phone.Number.StartsWith("+62", StringComparison.Ordinal) ? "0" + phone.Number[3..] : phone.Number[1..];
        return Keep(post, words.ValueOf(cue), number, phone.Start, phone.End, cue.LastToken, phone.LastToken);
    }

    private Found? OfBank(Post post, Cue cue, List<DigitGroup> groups, List<Phone> phones)
    {
        var lengths = words.DigitsOf(cue);
        var first = AccountDigits.IndexAfter(groups, cue.LastToken);
        if (first < groups.Count && groups[first].Token - cue.LastToken <= ReachTo(post, cue.LastToken, groups[first].Token)
            && AccountDigits.Read(post, groups, first, lengths) is { } after
            && (!IsPhone(phones, groups[first]) || (lengths is null && groups[first].Token == cue.LastToken + 1)))
        {
            return Keep(post, words.ValueOf(cue), after.Number, after.Start, after.End, cue.LastToken, after.LastToken);
        }

        var last = AccountDigits.IndexAfter(groups, cue.FirstToken - 1) - 1;
        while (last > 0 && AccountDigits.Joins(post, groups[last - 1], groups[last]))
            last--;
        return last >= 0 && AccountDigits.Read(post, groups, last, lengths) is { } before
            && cue.FirstToken - before.LastToken is > 0 and <= ReachBack && !IsPhone(phones, groups[last])
            && !post.HasLineBreak(before.LastToken, cue.FirstToken)
            ? Keep(post, words.ValueOf(cue), before.Number, before.Start, before.End, before.LastToken, cue.LastToken)
            : null;
    }

    /// <summary>A number behind a word such as <c>rekening</c> alone.</summary>
    private static Found? OfNobody(Post post, Cue cue, List<DigitGroup> groups, List<Phone> phones)
    {
        var first = AccountDigits.IndexAfter(groups, cue.LastToken);
        return first < groups.Count && groups[first].Token - cue.LastToken <= 2
            && post.Before(groups[first].Token, Reach, WordKind.Bank, WordKind.Wallet) is null
            && AccountDigits.Read(post, groups, first, null) is { } number && !IsPhone(phones, groups[first])
            ? Keep(post, null, number.Number, number.Start, number.End, cue.LastToken, number.LastToken)
            : null;
    }

    private static Found Keep(Post post, string? bank, string number, int start, int end, int before, int after) =>
        new(new Account(bank, number, HolderReader.Read(post, before, after)), start, end);

    private static int ReachTo(Post post, int from, int to) =>
        to - from <= ReachOverHolder && post.Before(to, to - from, WordKind.Holder, WordKind.Account) is not null ? ReachOverHolder : Reach;

    private static bool IsAbbreviation(Post post, int token) => post.Word(token).Length <= 3;

    private static bool IsPhone(List<Phone> phones, DigitGroup group) =>
        phones.Exists(phone => phone.Start <= group.Start && group.Start < phone.End);
}
