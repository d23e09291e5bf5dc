namespace Terjaga.Screening;

/// <summary>One reason of a score: a sentence of the text or a named fact.</summary>
/// <param name="Of">The name of the fact; <c>text</c> for a sentence.</param>
/// <param name="Start">In the original text, in UTF-16 units; 0 for a fact.</param>
/// <param name="End">The first unit after it; 0 for a fact.</param>
/// <param name="Points">What it adds to the logarithm of the odds; below 0 where it speaks against.</param>
public sealed record ScorePart(string Of, int Start, int End, double Points)
{
    public const string Text = "text";
}
