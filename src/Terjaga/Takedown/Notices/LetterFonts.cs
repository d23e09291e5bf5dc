using PdfSharp.Fonts;

namespace Terjaga.Takedown.Notices;

/// <summary>The type of official letters, DejaVu Sans; it is part of the program, because a server has no fonts.</summary>
internal sealed class LetterFonts : IFontResolver
{
    public const string Family = "DejaVu Sans";

    private const string Regular = "DejaVuSans.ttf", Bold = "DejaVuSans-Bold.ttf";

    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? Bold : Regular);

    public byte[] GetFont(string faceName)
    {
        using var file = typeof(LetterFonts).Assembly.GetManifestResourceStream(faceName)
            ?? throw new InvalidOperationException($"The font {faceName} is not in the program.");
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
