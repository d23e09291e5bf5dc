using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Terjaga.Accounts;
using Terjaga.Casework.Claims;
using Terjaga.Common.Events;

namespace Terjaga.Casework;

/// <summary>A named officer of KP2MI decides about a case, with a reason: verifies it, dismisses it, or hands it over.</summary>
public sealed partial class DecideCase(TerjagaDb db, TimeProvider clock, ILogger<DecideCase> logger)
{
    /// <param name="Version">The case as the officer saw it; another number means that it has changed since.</param>
    public sealed record Input(Acting By, Guid CaseFileId, int Version, CaseStep Step, string? Reason);

    /// <summary>
    /// Stores the decision and its event. Fails with <c>access.denied</c>, <c>case.step-invalid</c>,
    /// <c>case.unknown</c>, <c>case.changed</c> (a colleague was faster, or it became part of another case), <c>case.step-not-open</c>, <c>case.claimed</c> (a colleague holds it), or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(input.Step))
            return new Problem("case.step-invalid");
        var (kind, from, duty) = CaseSteps.Of(input.Step);
        if (!input.By.Can(duty))
            return new Problem("access.denied");
        if (!Decision.ParseReason(input.Reason).TryGet(out var reason, out var problem))
            return problem;
        if (await db.CaseFiles.SingleOrDefaultAsync(c => c.Id == input.CaseFileId, cancellationToken) is not { } file)
            return new Problem("case.unknown");
        if (file.Version != input.Version || file.MergedIntoId is not null)
            return new Problem("case.changed");
        if (file.State != from)
            return new Problem("case.step-not-open");
        if (await db.EndClaimAsync(file.Id, input.By, clock.GetUtcNow(), cancellationToken) is { } held)
            return held;

        db.Events.Add(file.Happen(clock.GetUtcNow(), kind, input.By.Actor, reason));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("case.changed");
        }

        LogDecided(file.Id, kind, input.By.OfficerId);
        return Done.Yes;
    }

    [LoggerMessage(LogLevel.Information, "Case file {CaseFileId}: {Step} by {OfficerId}")]
    private partial void LogDecided(Guid caseFileId, string step, Guid officerId);
}
