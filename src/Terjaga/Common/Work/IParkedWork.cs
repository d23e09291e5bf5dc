namespace Terjaga.Common.Work;

/// <summary>
/// Tells people of work of one kind that was given up; registered under the name of the kind. It changes tracked things and does
/// not save: they are stored together with the parking.
/// </summary>
internal interface IParkedWork
{
    Task TellAsync(WorkItem item, Exception why, CancellationToken cancellationToken);
}
