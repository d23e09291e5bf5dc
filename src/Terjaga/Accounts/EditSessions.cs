using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Accounts;

/// <summary>Lists sessions and ends them: an officer their own, an administrator those of anybody.</summary>
public sealed class EditSessions(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Most sessions on a list.</summary>
    private const int MaxRows = 50;

    public sealed record Row(Guid Id, DateTimeOffset StartedAt, DateTimeOffset SeenAt, Proof Proof, string Agent, string Network);

    /// <summary>The open ones of an officer, newest first.</summary>
    public async Task<IReadOnlyList<Row>> ListAsync(Guid officerId, CancellationToken cancellationToken) =>
        await db.OpenSessions(clock.GetUtcNow()).AsNoTracking().Where(s => s.OfficerId == officerId)
            .OrderByDescending(s => s.StartedAt).Take(MaxRows)
            .Select(s => new Row(s.Id, s.StartedAt, s.SeenAt, s.Proof, s.Agent, s.Network)).ToListAsync(cancellationToken);

    /// <summary>How many are open, by officer.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(CancellationToken cancellationToken) =>
        await db.OpenSessions(clock.GetUtcNow()).GroupBy(s => s.OfficerId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

    /// <summary>Leaves: ends the session itself. A session that is over stays over.</summary>
    public Task LeaveAsync(Guid sessionId, CancellationToken cancellationToken) => EndAsync(s => s.Id == sessionId, cancellationToken);

    /// <summary>Fails with <c>sign-in-session.unknown</c> for one that is not the officer's own, or is over.</summary>
    public async Task<Result<Done>> EndOwnAsync(Acting by, Guid sessionId, CancellationToken cancellationToken) =>
        await EndAsync(s => s.Id == sessionId && s.OfficerId == by.OfficerId, cancellationToken) == 1
            ? Done.Yes
            : new Problem("sign-in-session.unknown");

    /// <summary>Ends all of the officer's own but the one that asks.</summary>
    public Task EndOthersAsync(Acting by, Guid keep, CancellationToken cancellationToken) =>
        EndAsync(s => s.OfficerId == by.OfficerId && s.Id != keep, cancellationToken);

    /// <summary>An administrator ends all of an officer's. Fails with <c>access.denied</c> or <c>officer.unknown</c>.</summary>
    public async Task<Result<Done>> EndAllAsync(Acting by, Guid officerId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.InviteOfficers))
            return new Problem("access.denied");
        if (!await db.Officers.AnyAsync(o => o.Id == officerId, cancellationToken))
            return new Problem("officer.unknown");
        var now = clock.GetUtcNow();
        db.Events.Add(DeskEvent.Record(now, officerId, AccountEvents.SessionsEnded, by.Actor));
        return await db.SaveAndEndAsync(officerId, null, now, cancellationToken);
    }

    private async Task<int> EndAsync(
        System.Linq.Expressions.Expression<Func<Session, bool>> which, CancellationToken cancellationToken)
    {
        var (now, count) = (clock.GetUtcNow(), 0);
        await db.TogetherAsync(
            async () => count = await db.Sessions.Where(s => s.EndedAt == null).Where(which)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), cancellationToken),
            cancellationToken);
        return count;
    }
}
