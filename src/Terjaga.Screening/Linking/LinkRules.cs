using Terjaga.Screening.Images.Pdq;
using Terjaga.Screening.Similarity;

namespace Terjaga.Screening.Linking;

/// <summary>What two offers must have in common to be linked, and how strong the link is; the same for the desk and the command line.</summary>
public static class LinkRules
{
    /// <summary>Strength from which a link joins two undecided offers by itself.</summary>
    public const double Joins = 0.8;

    /// <summary>Strength from which a link is proposed to a person; a weaker one is not kept.</summary>
    public const double IsProposed = 0.4;

    /// <summary>Groups of offers, alike in nothing else, among which one contact still counts. A crew has several wordings; a hotline has all.</summary>
    public const int MaxJoined = 12;

    /// <summary>Words of two posters that look alike: how alike they must be at least. What a crop or a frame leaves of a copy has more.</summary>
    private const double MinWordsBesidePicture = 0.12;

    /// <summary>
    /// Null where the words of the two are no copies. The strength is <see cref="Joins"/> at the threshold of copies and grows
    /// with <see cref="Likeness.Resemblance"/> to 1.
    /// </summary>
    public static double? OfWords(Likeness likeness) => likeness.AreCopies
        ? Joins + ((1 - Joins) * Math.Clamp((likeness.Resemblance - Likeness.CopyThreshold) / (1 - Likeness.CopyThreshold), 0, 1))
        : null;

    /// <summary>
    /// The share of the bits that agree. Null where nothing but the pictures agrees: different campaigns use one template, so
    /// words or a contact must agree with them.
    /// </summary>
    /// <param name="distance">Bits that differ: 0 to <see cref="PdqHash.AlikeRadius"/>.</param>
    public static double? OfPictures(int distance, Likeness words, bool haveContactInCommon) =>
        haveContactInCommon || words.Resemblance >= MinWordsBesidePicture ? 1 - (distance / (double)PdqHash.BitCount) : null;

    /// <summary>
    /// The weight of the contact's kind, less by the square of how far it is on the way to <see cref="MaxJoined"/>: the first
    /// few offers cost little, and what links everything links nobody.
    /// </summary>
    /// <param name="joined">Groups, alike in nothing else, that have it already besides the first.</param>
    public static double OfContact(string contact, int joined)
    {
        var share = Math.Min(1, joined / (double)MaxJoined);
        return Contacts.WeightOf(contact) * (1 - (share * share));
    }

    /// <summary>How strong several contacts are together, each taken to err independently of the others.</summary>
    public static double Together(IEnumerable<double> strengths) => 1 - strengths.Aggregate(1.0, (doubt, strength) => doubt * (1 - strength));
}
