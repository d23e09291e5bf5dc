using System.Globalization;
using System.Resources;

namespace Terjaga.Evidence.Packages;

/// <summary>The words of a package: <c>PackageWords.resx</c> in Indonesian, <c>PackageWords.en.resx</c> in English.</summary>
internal static class PackageWords
{
    public static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id");

    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private static readonly ResourceManager _words = new(typeof(PackageWords));

    public static string Say(CultureInfo language, string key, params object[] values)
    {
        var word = _words.GetString(key, language) ?? throw new MissingManifestResourceException(key);
        return values.Length == 0 ? word : string.Format(language, word, values);
    }
}
