using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Work;

namespace Terjaga.Intake;

/// <summary>Forgets the marks by which a repeated sending is known, once no sender repeats any more.</summary>
internal sealed class ForgetRepetitionsJob(TerjagaDb db, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "forget-repetitions";

    /// <summary>How long a sending may be repeated: a phone that was off over a long weekend.</summary>
    private static readonly TimeSpan _kept = TimeSpan.FromDays(7);

    public Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - _kept;
        return db.Reports.Where(r => r.RepetitionHash != null && r.ReceivedAt < before)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.RepetitionHash, (byte[]?)null), cancellationToken);
    }
}
