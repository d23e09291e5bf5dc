using Terjaga.Accounts;

namespace Terjaga.App.Web;

/// <summary>Which answers to an officer's call are kept for its repetition; a duty that stands in neither list stops the gate.</summary>
internal static class KeptAnswers
{
    private static readonly HashSet<Duty> _kept =
    [
        Duty.ReadCases, Duty.ClaimCases, Duty.TakeOut, Duty.Verify, Duty.HandOver, Duty.DraftOrder, Duty.SignOrder, Duty.EditRecipients, Duty.SeeRecipients, Duty.EnableRecipients, Duty.DeliverLetters, Duty.EditLegalBases,
        Duty.TakeModels, Duty.SeeWork, Duty.SeeFigures, Duty.RetryWork, Duty.DecideLists, Duty.LinkOffers, Duty.WarnPublic, Duty.DestroyEvidence,
        Duty.DecideSeveral, Duty.CloseCase, Duty.WriteNotes, Duty.RecordAppeal, Duty.DecideAppeal, Duty.EditSharing,
    ];

    /// <summary>Their answers carry a secret, or what is known of a person in danger: they are kept nowhere.</summary>
    private static readonly HashSet<Duty> _secret =
        [Duty.InviteOfficers, Duty.GiveRecipientKeys, Duty.EditPartners, Duty.OwnAccount, Duty.SeeOpenings, Duty.AskOpening, Duty.DecideOpening, Duty.ReadDanger, Duty.AnswerDanger];

    /// <summary>Whether the answers of a duty are kept. Throws where nobody has said so of the duty.</summary>
    public static bool Covers(Duty duty) => _kept.Contains(duty)
        || (_secret.Contains(duty) ? false : throw new InvalidOperationException($"Nobody has said whether answers of {duty} may be kept."));
}
