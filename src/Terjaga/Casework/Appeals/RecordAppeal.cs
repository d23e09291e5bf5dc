using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Joining;
using Terjaga.Common.Events;

namespace Terjaga.Casework.Appeals;

/// <summary>An officer writes down that somebody objects to what was decided about a case, in whatever state it is.</summary>
public sealed class RecordAppeal(TerjagaDb db, TimeProvider clock)
{
    /// <summary>How far back an appeal can have come: an older day is a typing mistake.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromDays(366);

    /// <param name="By">The officer.</param>
    /// <param name="Text">What they say; no names.</param>
    /// <param name="ReceivedAt">When it reached the ministry; null for now.</param>
    public sealed record Input(Acting By, Guid CaseFileId, AppealBy From, string? Text, DateTimeOffset? ReceivedAt);

    public sealed record Recorded(Guid Id);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>appeal.from-invalid</c>, <c>appeal.time-invalid</c>, <c>case.unknown</c>, <c>appeal.open</c>
    /// (one of this kind waits already), or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Recorded>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.RecordAppeal))
            return new Problem("access.denied");
        if (!Enum.IsDefined(input.From))
            return new Problem("appeal.from-invalid");
        if (!Decision.ParseReason(input.Text).TryGet(out var text, out var problem))
            return problem;
        var now = clock.GetUtcNow();
        var receivedAt = input.ReceivedAt ?? now;
        if (receivedAt > now || now - receivedAt > Oldest)
            return new Problem("appeal.time-invalid");
        if (!await db.CaseFiles.AnyAsync(c => c.Id == input.CaseFileId, cancellationToken))
            return new Problem("case.unknown");

        var root = await db.RootOfAsync(input.CaseFileId, cancellationToken);
        if (await IsOpenAsync(root, input.From, cancellationToken))
            return new Problem("appeal.open");
        var file = await db.CaseFiles.SingleAsync(c => c.Id == root, cancellationToken);
        var appeal = db.Appeals.Add(Appeal.Record(root, input.From, text, receivedAt.ToUniversalTime(), input.By.Actor, now)).Entity;
        db.Events.Add(file.Happen(now, CaseEvents.AppealReceived, input.By.Actor, text, await db.GroundsOfCaseAsync(root, cancellationToken)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new Recorded(appeal.Id);
        }
        catch (DbUpdateException)
        {
            return await IsOpenAsync(root, input.From, cancellationToken) ? new Problem("appeal.open") : new Problem("case.changed");
        }
    }

    private Task<bool> IsOpenAsync(Guid root, AppealBy from, CancellationToken cancellationToken) =>
        db.Appeals.AnyAsync(a => a.CaseFileId == root && a.By == from && a.DecidedAt == null, cancellationToken);
}
