using System.Buffers;
using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Identifiers;

/// <summary>Finds names of accounts on platforms.</summary>
internal sealed class HandleFinder(WordIndex words, Spellings spellings)
{
    /// <summary>Platform of a name that nothing tells the platform of.</summary>
    public const string Unknown = "unknown";

    /// <summary>Handles that are kept of one text.</summary>
    private const int MaxHandles = 200;

    /// <summary>How far before a name its platform may stand, in words.</summary>
    private const int Reach = 4;

    /// <summary>Letters of a name.</summary>
    private const int MinName = 3, MaxName = 40;

    private static readonly SearchValues<char> _nameChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_.");

    /// <summary>A handle with its place in the original text.</summary>
    public readonly record struct Found(string Handle, int Start, int End);

    public List<Found> Find(Post post, List<Link> links, List<Phone> phones)
    {
        var found = new List<Found>();
        foreach (var link in links)
        {
            if (spellings.PlatformOf(PlatformLinks.Bare(link.Host)) is { } platform
                && PlatformLinks.Name(platform, link.Path) is { } name)
            {
                found.Add(new Found($"{platform}:{name}", link.Start, link.End));
            }
        }

        foreach (var phone in phones.Where(phone => WhatsApp.IsCalled(post, words, phone)))
            found.Add(new Found($"whatsapp:{phone.Number}", post.Origin(phone.Start), post.Origin(phone.End)));
        AddNames(post, found);
        AddStated(post, found, links);
        return found;
    }

    /// <summary>Names behind an at sign.</summary>
    private void AddNames(Post post, List<Found> found)
    {
        var text = post.Text;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0 && found.Count < MaxHandles;)
        {
            var next = text.IndexOf('@', at + 1);
            if ((at == 0 || !IsNameChar(text[at - 1])) && !text.AsSpan(0, at).EndsWith("://"))
            {
                var start = at + 1 < text.Length && text[at + 1] == ' ' && IsAfterPlatform(post, at) ? at + 2 : at + 1;
                var length = NameLength(text, start);
                if (length >= MinName && start + length != next && !IsMailHost(text.AsSpan(start, length)) && !post.Taken.Covers(at))
                    found.Add(Named(post, at, start, length));
            }

            at = next;
        }
    }

    /// <summary>Names behind a platform and a colon, as in <c>ig: name</c>.</summary>
    private void AddStated(Post post, List<Found> found, List<Link> links)
    {
        foreach (var cue in post.Cues)
        {
            if (cue.Kind != WordKind.Platform || found.Count >= MaxHandles || words.ValueOf(cue) == "whatsapp")
                continue;
            if (StatedNames.After(post, cue) is not { } name || post.Taken.Covers(name.Start)
                || links.Exists(link => link.Start <= post.Origin(name.Start) && post.Origin(name.Start) < link.End))
            {
                continue;
            }

            var handle = post.Text.AsSpan(name.Start, name.Length).TrimEnd('.');
            found.Add(new Found($"{words.ValueOf(cue)}:{handle}", post.Origin(name.Start), post.Origin(name.Start + handle.Length)));
        }
    }

    private Found Named(Post post, int at, int start, int length)
    {
        var token = post.Tokens.BinarySearch(new Tokens.Token(start, start, false), Comparer.Instance);
        token = token < 0 ? ~token : token;
        return new Found($"{PlatformAt(post, token)}:{post.Text.AsSpan(start, length)}", post.Origin(at), post.Origin(start + length));
    }

    private string PlatformAt(Post post, int token)
    {
        if (post.Before(token, Reach, WordKind.Platform, WordKind.Platform) is { } before && words.ValueOf(before) != "whatsapp")
            return words.ValueOf(before);
        for (var next = token + 1; next < post.Tokens.Count && next <= token + Reach; next++)
        {
            if (post.GapAfter(next - 1).IndexOf('(') >= 0 && post.At(next, WordKind.Platform) is { } after)
                return words.ValueOf(after);
        }

        return Channels.PlatformOf(post.Channel) ?? Unknown;
    }

    public static int NameLength(string text, int start)
    {
        var rest = text.AsSpan(Math.Min(start, text.Length));
        var length = rest.IndexOfAnyExcept(_nameChars) is var end and >= 0 ? end : rest.Length;
        length = rest[..length].TrimEnd('.').Length;
        return length <= MaxName && rest[..length].IndexOfAnyInRange('a', 'z') >= 0 ? length : 0;
    }

    private static bool IsNameChar(char c) => c == '.' || char.IsLetterOrDigit(c);

    private static bool IsAfterPlatform(Post post, int at)
    {
        var before = post.Text.AsSpan(0, at).TrimEnd(" :");
        return before.EndsWith("ig") || before.EndsWith("tele") || before.EndsWith("tiktok") || before.EndsWith("telegram") || before.EndsWith("instagram");
    }

    private static bool IsMailHost(ReadOnlySpan<char> name) =>
        name.StartsWith("gmail.") || name.StartsWith("yahoo.") || name.StartsWith("hotmail.") || name.StartsWith("outlook.");

    private sealed class Comparer : IComparer<Tokens.Token>
    {
        public static Comparer Instance { get; } = new();

        public int Compare(Tokens.Token x, Tokens.Token y) => x.Start.CompareTo(y.Start);
    }
}
