namespace Terjaga.Common;

/// <summary>Whether a text can be carried by every part of the desk.</summary>
public static class PlainText
{
    /// <summary>False for a NUL, which PostgreSQL cannot store, and for half a surrogate pair, which is no character.</summary>
    public static bool IsReadable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || char.IsLowSurrogate(text[i]))
                return false;
            if (char.IsHighSurrogate(text[i]) && !(++i < text.Length && char.IsLowSurrogate(text[i])))
                return false;
        }

        return true;
    }

    /// <summary>At most so many UTF-16 units of it, never half a character.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
            return text;
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }
}
