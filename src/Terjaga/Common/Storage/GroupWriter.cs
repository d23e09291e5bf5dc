using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Terjaga.Common.Work;

namespace Terjaga.Common.Storage;

/// <summary>
/// The one writer through which everything goes that strangers cause: what waits while the disk is busy is
/// committed together. A caller is answered after the commit, never before.
/// </summary>
public sealed partial class GroupWriter(
    IGroupCommit commit, StorageOptions options, WriteTurns turns, WorkSignal signal, ILogger<GroupWriter> logger)
    : BackgroundService
{
    /// <summary>Most writers in one commit: more gains nothing once the sync is shared, and delays the first.</summary>
    private const int MaxGroup = 256;

    /// <summary>
    /// Who was just answered writes the next report: in a flood the queue is often empty for a moment, and never for so
    /// long. Taken from the real clock, as the disk is real.
    /// </summary>
    private static readonly TimeSpan _lull = TimeSpan.FromMilliseconds(3);

    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>();
    private long _committedAt;

    /// <summary>Whether strangers are waiting to be written, or were just now; other writers step back while they do.</summary>
    public bool IsBusy =>
        _queue.Reader.Count > 0 || Stopwatch.GetElapsedTime(Volatile.Read(ref _committedAt)) < _lull;

    /// <summary>
    /// Stores all statements together and answers once they are durable: true if the first one changed a row.
    /// A database error is thrown to the caller that caused it, and to no other.
    /// </summary>
    public Task<bool> WriteAsync(IReadOnlyList<Statement> statements, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiting = new Waiting(statements);
        return _queue.Writer.TryWrite(waiting)
            ? waiting.Answer.Task
            : throw new InvalidOperationException("The desk is stopping and takes no more reports.");
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        if (ExecuteTask is { } running)
            await running.WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Ends when the queue is completed and empty, so that a clean stop loses nobody who waits.
        await Task.Yield();
        var group = new List<Waiting>(MaxGroup);
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            await CommitWaitingAsync(group);
            Volatile.Write(ref _committedAt, Stopwatch.GetTimestamp());
            signal.Wake();
        }

        await commit.DisposeAsync();
    }

    private async Task CommitWaitingAsync(List<Waiting> group)
    {
        using var turn = options.IsEmbedded ? await turns.TakeAsync(CancellationToken.None) : null;
        group.Clear();
        while (group.Count < MaxGroup && _queue.Reader.TryRead(out var waiting))
            group.Add(waiting);
        try
        {
            var changed = await commit.CommitAsync(group.ConvertAll(w => w.Statements), CancellationToken.None);
            for (var i = 0; i < group.Count; i++)
                group[i].Answer.SetResult(changed[i]);
        }
        catch (DbException exception)
        {
            LogGroupFailed(exception, group.Count);
            foreach (var waiting in group)
                await CommitAloneAsync(waiting);
        }
    }

    private async Task CommitAloneAsync(Waiting waiting)
    {
        try
        {
            var changed = await commit.CommitAsync([waiting.Statements], CancellationToken.None);
            waiting.Answer.SetResult(changed[0]);
        }
        catch (DbException exception)
        {
            waiting.Answer.SetException(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A group of {Count} writers could not be committed together; each is tried alone")]
    private partial void LogGroupFailed(Exception exception, int count);

    private sealed record Waiting(IReadOnlyList<Statement> Statements)
    {
        public TaskCompletionSource<bool> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
