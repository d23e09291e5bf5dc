using System.Text.Json.Serialization;

namespace Terjaga.Accounts;

/// <summary>An organisation that shares the desk, by its code. Which there are is data: <see cref="EditOrganisations"/>.</summary>
[JsonConverter(typeof(MinistryConverter))]
public readonly record struct Ministry
{
    /// <summary>Longest code, in characters; also the width of every column that holds one.</summary>
    public const int MaxCodeLength = 20;

    private Ministry(string code) => Code = code;

    /// <summary>Protects migrant workers; says whether a vacancy is lawful.</summary>
    public static Ministry Kp2mi { get; } = new("Kp2mi");

    /// <summary>Can order content removed.</summary>
    public static Ministry Komdigi { get; } = new("Komdigi");

    /// <summary>Letters, digits and hyphens; empty where none was named.</summary>
    public string Code => field ?? "";

    /// <summary>Whether a text could be a code; it says nothing of whether there is such an organisation.</summary>
    public static bool TryParse(string? text, out Ministry ministry)
    {
        var isCode = text is { Length: > 1 and <= MaxCodeLength } && char.IsAsciiLetter(text[0])
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        ministry = isCode ? new Ministry(text ?? "") : default;
        return isCode;
    }

    /// <summary>What a form or a call names; empty, which no organisation is, for a text that is no code.</summary>
    public static Ministry Read(string? text) => TryParse(text, out var ministry) ? ministry : default;

    public override string ToString() => Code;

    internal static Ministry FromStorage(string code) => new(code);
}
