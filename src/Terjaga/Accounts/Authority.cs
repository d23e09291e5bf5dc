using System.Collections.Frozen;

namespace Terjaga.Accounts;

/// <summary>The one table of who may do what. Every page and call asks here, and so does every operation on a case, an order or an account.</summary>
public static class Authority
{
    private static readonly FrozenDictionary<Duty, Role[]> _table = new Dictionary<Duty, Role[]>
    {
        [Duty.ReadCases] =
        [
            Role.Kp2miAnalyst, Role.Kp2miApprover, Role.KomdigiOfficer, Role.KomdigiApprover, Role.VictimProtection, Role.PrivacyOfficer, Role.Auditor,
        ],
        [Duty.ClaimCases] = [Role.Kp2miAnalyst, Role.Kp2miApprover, Role.KomdigiOfficer, Role.KomdigiApprover, Role.VictimProtection],
        [Duty.TakeOut] = [Role.Kp2miAnalyst, Role.Kp2miApprover, Role.KomdigiOfficer, Role.KomdigiApprover, Role.PrivacyOfficer],
        [Duty.Verify] = [Role.Kp2miAnalyst],
        [Duty.HandOver] = [Role.Kp2miApprover],
        [Duty.DraftOrder] = [Role.KomdigiOfficer],
        [Duty.SignOrder] = [Role.KomdigiApprover],
        [Duty.EditRecipients] = [Role.KomdigiOfficer, Role.KomdigiApprover],
        [Duty.SeeRecipients] = Enum.GetValues<Role>(),
        [Duty.EnableRecipients] = [Role.Administrator],
        [Duty.GiveRecipientKeys] = [Role.Administrator],
        [Duty.DeliverLetters] = [Role.KomdigiOfficer, Role.KomdigiApprover],
        [Duty.EditLegalBases] = [Role.KomdigiApprover],
        [Duty.TakeModels] = [Role.Kp2miApprover],
        [Duty.SeeWork] =
            [Role.Kp2miAnalyst, Role.Kp2miApprover, Role.KomdigiOfficer, Role.KomdigiApprover, Role.Administrator],
        [Duty.SeeFigures] = Enum.GetValues<Role>(),
        [Duty.RetryWork] = [Role.Administrator],
        [Duty.InviteOfficers] = [Role.Administrator],
        [Duty.OwnAccount] = Enum.GetValues<Role>(),
        [Duty.DecideLists] = [Role.Kp2miApprover],
        [Duty.EditPartners] = [Role.Administrator],
        [Duty.LinkOffers] = [Role.Kp2miAnalyst, Role.Kp2miApprover],
        [Duty.WarnPublic] = [Role.Kp2miApprover],
        [Duty.DestroyEvidence] = [Role.PrivacyOfficer],
        [Duty.DecideSeveral] = [Role.Kp2miAnalyst, Role.Kp2miApprover],
        [Duty.CloseCase] = [Role.KomdigiOfficer, Role.KomdigiApprover],
        [Duty.WriteNotes] =
            [Role.Kp2miAnalyst, Role.Kp2miApprover, Role.KomdigiOfficer, Role.KomdigiApprover, Role.VictimProtection, Role.PrivacyOfficer],
        [Duty.RecordAppeal] = [Role.Kp2miAnalyst, Role.Kp2miApprover, Role.KomdigiOfficer, Role.KomdigiApprover, Role.PrivacyOfficer],
        [Duty.DecideAppeal] = [Role.Kp2miApprover, Role.KomdigiApprover],
        [Duty.EditSharing] = [Role.PrivacyOfficer],
        [Duty.ReadDanger] = [Role.Kp2miAnalyst, Role.Kp2miApprover, Role.VictimProtection, Role.Auditor],
        [Duty.AnswerDanger] = [Role.VictimProtection],
        [Duty.SeeOpenings] = [Role.Kp2miApprover, Role.VictimProtection, Role.PrivacyOfficer, Role.Auditor],
        [Duty.AskOpening] = [Role.Kp2miApprover, Role.VictimProtection],
        [Duty.DecideOpening] = [Role.VictimProtection, Role.PrivacyOfficer],
    }.ToFrozenDictionary();

    public static bool Allows(Role role, Duty duty) => _table[duty].Contains(role);

    /// <summary>Which ministry a role belongs to; null for those who may be of either.</summary>
    public static Ministry? MinistryOf(Role role) => role switch
    {
        Role.Kp2miAnalyst or Role.Kp2miApprover or Role.VictimProtection => Ministry.Kp2mi,
        Role.KomdigiOfficer or Role.KomdigiApprover => Ministry.Komdigi,
        _ => null,
    };
}
