using System.Text.Json;

namespace Terjaga.Screening.Names;

/// <summary>The words around names of companies, as data that officers edit.</summary>
/// <param name="LegalForms">Say what kind of company it is, and not which; such as <c>pt</c>.</param>
/// <param name="Additions">Stand beside a name without being of it, such as <c>official</c>.</param>
/// <param name="Places">Stand behind a name and say where a branch is.</param>
/// <param name="Abbreviations">What is written, with the word that it stands for.</param>
/// <param name="Common">Words of many names and of the language: written right they are no slip of another word.</param>
public sealed record NameWords(
    IReadOnlyList<string> LegalForms, IReadOnlyList<string> Additions, IReadOnlyList<string> Places,
    IReadOnlyDictionary<string, string> Abbreviations, IReadOnlyList<string> Common)
{
    /// <summary>Throws <see cref="JsonException"/> on what is no such file.</summary>
    public static NameWords Parse(string json) =>
        JsonSerializer.Deserialize<NameWords>(json, JsonSerializerOptions.Web) is { LegalForms: not null, Additions: not null, Places: not null, Abbreviations: not null, Common: not null } words
            ? words
            : throw new JsonException("A list of the words of names is missing.");
}
