namespace Terjaga.Common.Work;

/// <summary>Does many pieces of one kind of work together, where each alone would cost more in storing than in doing.</summary>
internal interface IManyWorkHandler : IWorkHandler
{
    /// <summary>
    /// As <see cref="IWorkHandler.RunAsync"/>, of all of them or of none: where it throws, each is done alone, so that one that
    /// cannot be done holds up no other.
    /// </summary>
    Task RunAsync(IReadOnlyList<WorkItem> items, CancellationToken cancellationToken);
}
