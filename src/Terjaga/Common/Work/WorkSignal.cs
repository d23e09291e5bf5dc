namespace Terjaga.Common.Work;

/// <summary>Tells the workers of this process that there may be work now, so that they need not wait for their next look.</summary>
public sealed class WorkSignal
{
    private volatile TaskCompletionSource _next = New();

    public void Wake()
    {
        // The old waiters are let go only after the new ones have something to wait for: no wake-up can be missed.
        var old = Interlocked.Exchange(ref _next, New());
        old.TrySetResult();
    }

    /// <summary>Taken before looking for work; completes at the first wake-up after that moment.</summary>
    public Task Next => _next.Task;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
