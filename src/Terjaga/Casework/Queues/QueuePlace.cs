namespace Terjaga.Casework.Queues;

/// <summary>A place in a queue, by which the next page is found.</summary>
/// <param name="Turn">When the case is due, as the queue is sorted by it.</param>
public sealed record QueuePlace(long Turn, Guid Id);
