namespace Terjaga.Common.Http;

/// <summary>Reads an address that is to be visited: stricter than a link that somebody reports, because readers of addresses differ.</summary>
internal static class FetchAddress
{
    /// <summary>Signs that end a line, encoded; in a path they serve nobody but who wants to split a request.</summary>
    private static readonly string[] _lineEnds = ["%0d", "%0a", "%00"];

    /// <summary>
    /// The address as it is asked for, nothing left out. Fails with what <see cref="WebAddress.Parse(string?)"/> tells, or
    /// <c>fetch.credentials</c> (a user before the host), <c>fetch.ambiguous</c> (a number that is not written as four
    /// decimal ones, or an encoded end of line in the path).
    /// </summary>
    /// <param name="isGiven">See <see cref="WebAddress"/>; null where nobody says what a name answers.</param>
    public static Result<Uri> Parse(string? text, Func<string, bool>? isGiven = null)
    {
        if (!WebAddress.Parse(text, isGiven ?? (_ => false)).TryGet(out var address, out var problem))
            return problem;
        var typed = text!.Trim();
        var start = typed.IndexOf("://", StringComparison.Ordinal);
        var rest = start < 0 ? typed : typed[(start + 3)..];
        var end = rest.IndexOfAny(['/', '?', '#']);
        var authority = end < 0 ? rest : rest[..end];
        var uri = start < 0 ? address.ToUri() : new Uri(typed, UriKind.Absolute);
        if (authority.Contains('@', StringComparison.Ordinal))
            return new Problem("fetch.credentials");
        if (uri.HostNameType == UriHostNameType.IPv4 && authority.Split(':')[0] != uri.Host)
            return new Problem("fetch.ambiguous");
        return _lineEnds.Any(sign => uri.AbsolutePath.Contains(sign, StringComparison.OrdinalIgnoreCase))
            ? new Problem("fetch.ambiguous")
            : uri;
    }
}
