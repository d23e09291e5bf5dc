namespace Terjaga.Common.Storage;

/// <summary>Commits the statements of many writers at once: one sync of the disk for all of them.</summary>
public interface IGroupCommit : IAsyncDisposable
{
    /// <summary>
    /// Runs all statements of all writers in one transaction, or none of them.
    /// Gives for each writer whether its first statement changed a row.
    /// </summary>
    ValueTask<bool[]> CommitAsync(
        IReadOnlyList<IReadOnlyList<Statement>> writers, CancellationToken cancellationToken);
}
