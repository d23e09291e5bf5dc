using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Casework.Danger;
using Terjaga.Casework.Notes;

namespace Terjaga.Intake;

/// <summary>A reporter asks what became of the report.</summary>
public sealed class LookUpReceipt(TerjagaDb db, ReceiptKeys keys, FindHelp help)
{
    /// <summary>What is told, and nothing else.</summary>
    /// <param name="At">When it came to this.</param>
    /// <param name="Messages">What the desk says to whoever reported, the newest first.</param>
    /// <param name="Help">What to do now; null where nobody is in danger.</param>
    public sealed record Outcome(ReporterState State, DateTimeOffset At, IReadOnlyList<Message> Messages, ReporterHelp? Help = null);

    /// <summary>A message of the desk in the words in which it was written.</summary>
    /// <param name="From">Code of the ministry that says it; never an officer.</param>
    public sealed record Message(DateTimeOffset At, string From, string Text);

    /// <summary>
    /// Fails with <c>receipt.unknown</c>, the same for a receipt that nobody has and for a text that is none; both cost
    /// the same look-up.
    /// </summary>
    public async Task<Result<Outcome>> RunAsync(string? typed, CancellationToken cancellationToken)
    {
        var parsed = Receipt.Parse(typed);
        var hash = keys.Hash(parsed ?? Receipt.Draw());
        var report = await db.Reports.AsNoTracking().Where(r => r.ReceiptHash == hash)
            .Select(r => new { r.Id, r.ReceivedAt, r.ReceiptHash }).SingleOrDefaultAsync(cancellationToken);
        if (parsed is null || report is null || !CryptographicOperations.FixedTimeEquals(report.ReceiptHash, hash))
            return new Problem("receipt.unknown");

        var advice = await help.RunAsync(report.Id, cancellationToken);
        return await db.OutcomeOfReportAsync(report.Id, cancellationToken) is { } outcome
            ? new Outcome(outcome.State, outcome.At, [.. (await db.NotesOfReportAsync(report.Id, cancellationToken)).Select(n => new Message(n.At, n.Ministry, n.Text))], advice)
            : new Outcome(advice is null ? ReporterState.Received : ReporterState.DangerHelp, report.ReceivedAt, [], advice);
    }

    /// <summary>For a report that was taken just now: what to do; null where nobody is in danger.</summary>
    public async Task<ReporterHelp?> HelpAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        var hash = keys.Hash(receipt);
        return await db.Reports.Where(r => r.ReceiptHash == hash).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancellationToken) is { } id
            ? await help.RunAsync(id, cancellationToken)
            : null;
    }
}

internal static class ReceiptLookUp
{
    extension(TerjagaDb db)
    {
        public Task<bool> IsReceiptKnownAsync(byte[] hash, CancellationToken cancellationToken) =>
            db.Reports.AnyAsync(r => r.ReceiptHash == hash, cancellationToken);
    }
}
