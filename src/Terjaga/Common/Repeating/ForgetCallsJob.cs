using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Work;

namespace Terjaga.Common.Repeating;

/// <summary>Forgets answered calls once nobody repeats them any more.</summary>
internal sealed class ForgetCallsJob(TerjagaDb db, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "forget-calls";

    public Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - AnswerOnce.Kept;
        return db.RepeatedCalls.Where(c => c.BegunAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
