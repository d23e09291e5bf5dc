using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Similarity;

/// <summary>
/// What a text says without what copies of it exchange: disguises undone; numbers, links, handles and names left out.
/// </summary>
public sealed class MaskedText
{
    /// <summary>Fewest single letters in a row that are one word drawn apart.</summary>
    private const int MinApart = 3;

    private MaskedText(string text, int wordCount) => (Text, WordCount) = (text, wordCount);

    /// <summary>Words in lower case, one space between two; empty where nothing is left.</summary>
    public string Text { get; }

    public int WordCount { get; }

    /// <param name="text">As it was sent; of one longer than <see cref="Screener.MaxTextLength"/> the beginning.</param>
    public static MaskedText Of(string text, NameMasks masks)
    {
        var original = text.Length <= Screener.MaxTextLength ? text : text[..Screener.MaxTextLength];
        var reading = NormalisedText.Of(original);
        var pieces = Pieces.Of(reading.Text);
        var (kept, length, words) = (new char[(reading.Text.Length * 2) + 1], 0, 0);
        for (var at = 0; at < pieces.Count;)
        {
            if (masks.PlaceAt(reading.Text, pieces, at) is > 0 and var place)
            {
                at += place;
                continue;
            }

            var before = length;
            var count = Apart(reading.Text, pieces, at);
            for (var i = at; i < at + count; i++)
                length = WordLetters.Write(pieces[i].In(reading.Text), kept, length);
            if (length > before)
            {
                kept[length++] = ' ';
                words++;
            }

            at += count + (count == 1 ? NameMasks.NameBehind(original, reading, pieces, at) : 0);
        }

        return new MaskedText(new string(kept, 0, Math.Max(0, length - 1)), words);
    }

    /// <summary>How many pieces from one on are one word: more than one where single letters stand in a row.</summary>
    private static int Apart(string reading, List<Piece> pieces, int at)
    {
        var count = 0;
        while (at + count < pieces.Count && pieces[at + count].Length == 1 && char.IsAsciiLetter(reading[pieces[at + count].Start]))
            count++;
        return count >= MinApart ? count : 1;
    }
}
