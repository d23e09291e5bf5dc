using Terjaga.Casework.Queues;
using Terjaga.Takedown;

namespace Terjaga.App.Casework;

/// <summary>Everything that the page of a queue shows.</summary>
/// <param name="Deadlines">Clocks of the law, by case.</param>
/// <param name="Saved">The officer's own views.</param>
public sealed record QueueView(
    QueueFilter Filter, ListCases.Page Page, IReadOnlyDictionary<Guid, ReadDeadlines.Row> Deadlines, IReadOnlyList<SavedViews.View> Saved, bool IsFirst);
