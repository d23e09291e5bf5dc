using System.Globalization;

namespace Terjaga.Screening.Identifiers;

/// <summary>Finds web links, also those written so that software does not see them.</summary>
internal sealed class LinkFinder(Gazetteer gazetteer, Spellings spellings)
{
    /// <summary>Links that are kept of one text; who sends more tells nothing more.</summary>
    public const int MaxLinks = 200;

    private static readonly IdnMapping _idn = new() { UseStd3AsciiRules = false };

    private readonly BareHosts _bare = new(gazetteer.Suffixes, spellings);

    /// <summary>In order.</summary>
    public List<Link> Find(string text)
    {
        var links = new List<Link>();
        var isSpaced = Dots.HasSpaced(text);
        Span<(int, int)> labels = stackalloc (int, int)[16];
        for (var floor = 0; links.Count < MaxLinks;)
        {
            var at = NextDot(text, floor, isSpaced);
            if (at < 0)
                break;
            var chain = HostChain.Read(text, at, floor, isSpaced, labels);
            floor = chain.Count > 1 ? chain.WholeEnd : at + 1;
            if (chain.Count > 1 && !chain.IsTooLong && Accept(text, ref chain) is { } link)
            {
                links.Add(link);
                floor = link.End;
            }
        }

        return links;
    }

    /// <summary>The next dot with a label before it.</summary>
    private static int NextDot(string text, int from, bool isSpaced)
    {
        for (var at = from; at < text.Length; at++)
        {
            var step = Dots.Next(text.AsSpan(at), isSpaced);
            if (step < 0)
                return -1;
            at += step;
            if (at > from && HostChain.IsLabel(text[at - 1]))
                return at;
        }

        return -1;
    }

    private Link? Accept(string text, ref HostChain chain)
    {
        var scheme = Schemes.Before(text, chain.Start, out var start);
        if (IsMail(text, chain, scheme is not null) || !_bare.TrimToHost(text, ref chain, scheme is not null))
            return null;
        var end = LinkPaths.End(text, chain.End);
        var path = LinkPaths.Clean(text.AsSpan(chain.End, end - chain.End));
        if (scheme is null && !_bare.IsHost(text, chain, path.Length > 1))
            return null;
        var written = chain.Join(text);
        if (Ascii(written) is not { } host)
            return null;
        if (scheme is null && host is "t.me" or "wa.me" or "telegram.me")
            scheme ??= "https://";
        return new Link(scheme + written + path, host, path, start, end);
    }

    /// <summary>Whether the chain is a part of an e-mail address or the name of an account.</summary>
    private static bool IsMail(string text, HostChain chain, bool hasScheme)
    {
        var before = text.AsSpan(0, chain.Start);
        var after = text.AsSpan(chain.WholeEnd);
        return before is [.., '@'] || (!hasScheme && after is ['@', ..])
            || before.EndsWith("[at]", StringComparison.OrdinalIgnoreCase) || before.EndsWith("(at)", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("{at}", StringComparison.OrdinalIgnoreCase) || before.EndsWith("[@]") || before.EndsWith("(@)")
            || (chain.IsDefanged && before.EndsWith(" at ", StringComparison.OrdinalIgnoreCase)) || before.EndsWith("@ ")
            || after.StartsWith("[at]", StringComparison.OrdinalIgnoreCase) || after.StartsWith("(at)", StringComparison.OrdinalIgnoreCase)
            || (!hasScheme && before is [.., '/' or '\\'] and not [.., '/', '/']);
    }

    private static string? Ascii(string host)
    {
        try
        {
            return _idn.GetAscii(host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // Letters that no registry takes.
            return null;
        }
    }
}
