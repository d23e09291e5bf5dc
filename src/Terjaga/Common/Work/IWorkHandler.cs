namespace Terjaga.Common.Work;

/// <summary>
/// Does one kind of work. It changes tracked things and schedules what follows, and does not save: the runner stores all
/// of it together with the end of the work, or nothing. It may run again after a crash, so whatever it causes outside
/// carries an identity by which the other side knows a repetition.
/// </summary>
internal interface IWorkHandler
{
    /// <summary>
    /// Does the work. Returning ends it, unless <see cref="WorkItem.ComeBack"/> was called; any exception is an
    /// attempt that failed, and is tried again later or parked.
    /// </summary>
    Task RunAsync(WorkItem item, CancellationToken cancellationToken);
}
