using Terjaga.Campaigns.Indicators;
using Terjaga.Campaigns.Prints;
using Terjaga.Screening.Similarity;

namespace Terjaga.Campaigns;

/// <summary>Keeps what of a report can be compared with others. The caller's save stores it, together with the report's case.</summary>
internal sealed class TakePrint(TerjagaDb db, NameMasks masks)
{
    /// <summary>Most contacts of a report that are kept: an offer names a few, and who lists a hundred wants to be linked with everybody.</summary>
    public const int MaxContacts = 30;

    /// <param name="looks">See <see cref="Evidence.PictureLooks"/>.</param>
    public void Run(Guid reportId, string words, IReadOnlyList<byte[]> looks, IReadOnlyList<string> contacts)
    {
        db.Prints.Add(Print.Take(reportId, Fingerprint.Of(MaskedText.Of(words, masks)), looks));
        foreach (var contact in contacts.Distinct(StringComparer.Ordinal).Take(MaxContacts))
            db.ContactSightings.Add(ContactSighting.Of(contact, reportId));
    }
}
