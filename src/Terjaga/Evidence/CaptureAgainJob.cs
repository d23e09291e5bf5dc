using Terjaga.Common.Work;

namespace Terjaga.Evidence;

/// <summary>The second look at an item, taken when an order for it was drafted, apart from the first in time, connection and browser.</summary>
internal sealed class CaptureAgainJob(CaptureItem capture) : IWorkHandler
{
    public const string Kind = "capture-again";

    public Task RunAsync(WorkItem item, CancellationToken cancellationToken) =>
        capture.AgainAsync(item.SubjectId, item.CreatedAt, withPicture: true, cancellationToken);
}
