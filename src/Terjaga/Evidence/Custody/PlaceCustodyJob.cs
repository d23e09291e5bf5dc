using Terjaga.Common.Work;

namespace Terjaga.Evidence.Custody;

/// <summary>Places each minute what waits. A repetition finds nothing to do.</summary>
internal sealed class PlaceCustodyJob(PlaceCustody place, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "place-custody";

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        if (!await place.RunAsync(cancellationToken))
            item.ComeBack(clock.GetUtcNow());
    }
}
