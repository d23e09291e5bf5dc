using Terjaga.Casework.Claims;
using Terjaga.Screening;

namespace Terjaga.Casework.Queues;

/// <summary>One line of a queue.</summary>
/// <param name="ChangedAt">Since when it waits for whom it waits.</param>
/// <param name="DueAt">When the desk means to have looked at it; no clock of the law.</param>
/// <param name="Allowed">How long a case of its risk may wait while one person reports it.</param>
/// <param name="Divisor">By how much its reports shorten that.</param>
/// <param name="Holder">Null while nobody holds it.</param>
public sealed record QueueRow(
    Guid Id, string Title, CaseState State, Band Band, bool IsDanger, int ReportCount, DateTimeOffset OpenedAt, DateTimeOffset ChangedAt,
    WaitsFor WaitsFor, DateTimeOffset DueAt, TimeSpan Allowed, int Divisor, CaseHold? Holder);
