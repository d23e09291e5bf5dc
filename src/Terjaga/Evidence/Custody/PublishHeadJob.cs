using Terjaga.Common.Work;

namespace Terjaga.Evidence.Custody;

/// <summary>
/// Publishes a head each hour, and has it stamped where there is an authority. The head stands before it is stamped; a
/// failure brings the work back soon, which then finds the head and asks for its stamp alone.
/// </summary>
internal sealed class PublishHeadJob(TerjagaDb db, PlaceCustody place, SignHead sign, StampHead stamp) : IWorkHandler
{
    public const string Kind = "publish-head";

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        await place.RunAsync(cancellationToken);
        await sign.RunAsync(cancellationToken);
        if (stamp.IsConfigured && await db.FindNewestHeadAsync(cancellationToken) is { Stamp: null } head)
            await stamp.RunAsync(head, cancellationToken);
    }
}
