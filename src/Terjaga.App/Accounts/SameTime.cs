using System.Diagnostics;

namespace Terjaga.App.Accounts;

/// <summary>Gives every refusal of a step of signing in after about the same time, whatever had to be looked up for it.</summary>
internal static class SameTime
{
    /// <summary>Longer than a password takes to check; an answer that takes longer waits for the next multiple.</summary>
    private static readonly TimeSpan _beat = TimeSpan.FromMilliseconds(250);

    /// <summary>For a step after which the same page comes, whether it was right or wrong.</summary>
    public static async Task<T> AlwaysAsync<T>(Func<Task<T>> step, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var answer = await step();
        await WaitAsync(began, cancellationToken);
        return answer;
    }

    /// <summary>For a step that opens the desk: who is let in need not wait.</summary>
    public static async Task<Result<T>> OfRefusalsAsync<T>(Func<Task<Result<T>>> step, CancellationToken cancellationToken)
        where T : notnull
    {
        var began = Stopwatch.GetTimestamp();
        var answer = await step();
        if (!answer.TryGet(out _, out _))
            await WaitAsync(began, cancellationToken);
        return answer;
    }

    private static Task WaitAsync(long began, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromTicks(_beat.Ticks - (Stopwatch.GetElapsedTime(began).Ticks % _beat.Ticks)), cancellationToken);
}
