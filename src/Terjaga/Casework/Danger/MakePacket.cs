using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;
using Terjaga.Privacy;
using Terjaga.Privacy.Opening;

namespace Terjaga.Casework.Danger;

/// <summary>An officer for people in danger takes out what another office needs to help, and nothing else.</summary>
/// <remarks>
/// The victim referral packet of the agreement (research report, section 3.3 item 4): no words of anybody, no address of an
/// offer; who reports stays a reference to what is sealed, unless two persons opened it for the officer who takes it out.
/// </remarks>
public sealed class MakePacket(TerjagaDb db, DangerPlan plan, LookSealed look, TimeProvider clock)
{
    /// <param name="OpeningId">The opening that a second person agreed to; null leaves the contact sealed.</param>
    public sealed record Input(Acting By, Guid ReportId, string? Office, Guid? OpeningId);

    /// <param name="CaseCode">The case, or the report while there is no case yet.</param>
    /// <param name="SealedReference">By which the desk finds the sealed contact; null where none was given.</param>
    /// <param name="Contact">Only where two persons opened it.</param>
    public sealed record Packet(
        string CaseCode, DangerPlan.Choice Office, DangerLevel Level, DateTimeOffset ReceivedAt, DateTimeOffset? AnsweredAt, DateTimeOffset MadeAt,
        IReadOnlyList<string> Signals, IReadOnlyList<string> Countries, string? SealedReference, string? Contact);

    /// <summary>
    /// Each packet is an event. Fails with <c>access.denied</c>, <c>danger.unknown</c>, <c>danger.code-unknown</c>, or what
    /// <see cref="LookSealed"/> tells.
    /// </summary>
    public async Task<Result<Packet>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.AnswerDanger))
            return new Problem("access.denied");
        if (await db.DangerFiles.AsNoTracking().SingleOrDefaultAsync(f => f.ReportId == input.ReportId, cancellationToken) is not { } file)
            return new Problem("danger.unknown");
        if (plan.Offices.FirstOrDefault(office => office.Code == input.Office) is not { } chosen)
            return new Problem("danger.code-unknown");
        string? contact = null;
        if (input.OpeningId is { } opening)
        {
            if (!(await look.RunAsync(input.By, opening, cancellationToken)).TryGet(out var seen, out var problem))
                return problem;
            if (seen.ReportId != input.ReportId)
                return new Problem("opening.unknown");
            contact = seen.Value;
        }

        var now = clock.GetUtcNow();
        db.Events.Add(DeskEvent.Record(now, input.ReportId, DangerEvents.PacketMade, input.By.Actor, chosen.Code));
        await db.SaveChangesAsync(cancellationToken);
        return await WriteAsync(file, chosen, contact, now, cancellationToken);
    }

    private async Task<Packet> WriteAsync(DangerFile file, DangerPlan.Choice office, string? contact, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var code = await db.CaseReports.Where(r => r.ReportId == file.ReportId).Select(r => (Guid?)r.CaseFileId).SingleOrDefaultAsync(cancellationToken) ?? file.ReportId;
        var isSealed = await db.SealedContacts.AnyAsync(c => c.ReportId == file.ReportId, cancellationToken);
        return new Packet(
            $"{code:D}", office, file.Level, file.RaisedAt, file.AnsweredAt, now, DangerRow.Lines(file.Signals), DangerRow.Lines(file.Countries),
            isSealed ? $"segel:{file.ReportId:D}" : null, contact);
    }
}
