namespace Terjaga.Registry.Lists;

/// <summary>Brings the contacts of a list to the forms in which they are found in a text. Null for what is none.</summary>
public static class ListContacts
{
    /// <summary>Digits of a number with its country (ITU E.164).</summary>
    private const int MinDigits = 7, MaxDigits = 15;

    /// <summary>E.164; a number that begins with a zero is one of Indonesia.</summary>
    public static string? Phone(string written)
    {
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        if (digits.Length is < MinDigits or > MaxDigits || written.Any(char.IsLetter))
            return null;
        return digits switch
        {
            ['0', '0', .. var abroad] => "+" + abroad,
            ['0', .. var home] => "+62" + home,
            ['6', '2', '0', .. var home] => "+62" + home,
            _ => "+" + digits,
        };
    }

    public static string? Mail(string written) =>
        written.Split('@') is [{ Length: > 0 }, var host] && Host(host) is not null && !written.Contains(' ', StringComparison.Ordinal)
            ? written.ToLowerInvariant()
            : null;

    /// <summary>Host name in lower case, of an address too; without <c>www.</c></summary>
    public static string? Host(string written)
    {
        var text = written.Trim().ToLowerInvariant();
        var address = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.HostNameType != UriHostNameType.Dns
            || !uri.IdnHost.Contains('.', StringComparison.Ordinal))
        {
            return null;
        }

        return uri.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? uri.IdnHost[4..] : uri.IdnHost;
    }

    /// <summary><c>platform:name</c> in lower case; of a bank the digits of the account alone.</summary>
    public static string? Account(string written)
    {
        if (written.Split(':', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } platform, { Length: > 0 } name])
            return null;
        return platform.Equals("bank", StringComparison.OrdinalIgnoreCase)
            ? string.Concat(name.Where(char.IsAsciiDigit)) is { Length: > 0 } digits ? "bank:" + digits : null
            : $"{platform}:{name.TrimStart('@')}".ToLowerInvariant();
    }
}
