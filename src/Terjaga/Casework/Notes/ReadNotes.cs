using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;

namespace Terjaga.Casework.Notes;

/// <summary>The notes of a case that an officer may read, the newest first.</summary>
public sealed class ReadNotes(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Most that are shown.</summary>
    public const int MaxShown = 100;

    /// <param name="StruckReason">Null while it stands.</param>
    /// <param name="CanWithdraw">Whether this officer can still take it back.</param>
    /// <param name="CanStrike">Whether this officer can strike it through.</param>
    public sealed record Row(
        Guid Id, NoteLevel Level, string Ministry, string Actor, DateTimeOffset At, string Text, DateTimeOffset? StruckAt, string? StruckReason,
        bool CanWithdraw, bool CanStrike);

    /// <summary>What another ministry wrote for itself is not read. None to who may not read cases.</summary>
    /// <param name="caseFileId">Of a case that stands by itself.</param>
    public async Task<IReadOnlyList<Row>> RunAsync(Acting by, Guid caseFileId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return [];
        var ministry = by.MinistryCode;
        var notes = await db.CaseNotes.AsNoTracking()
            .Where(n => n.CaseFileId == caseFileId && n.WithdrawnAt == null && (n.Level != NoteLevel.Ministry || n.Ministry == ministry))
            .OrderByDescending(n => n.Id).Take(MaxShown).ToListAsync(cancellationToken);
        var (now, canEnd) = (clock.GetUtcNow(), by.Can(Duty.WriteNotes));
        return notes.ConvertAll(n => new Row(
            n.Id, n.Level, n.Ministry, n.Actor.Value, n.At, n.Text, n.StruckAt, n.StruckReason,
            canEnd && n.StruckAt is null && n.Actor == by.Actor && now - n.At <= EndNote.MayWithdraw,
            canEnd && n.StruckAt is null && n.Ministry == ministry));
    }
}
