using Terjaga.Accounts;
using Terjaga.Screening;

namespace Terjaga.Casework.Queues;

/// <summary>Which cases a queue shows; null always means that it does not matter.</summary>
/// <param name="State">One state; wins over <paramref name="Turn"/>.</param>
/// <param name="Turn">The ministry whose turn it is; with neither, all cases that are not closed.</param>
/// <param name="IsDanger">Whether somebody may be in danger.</param>
/// <param name="MinDays">Opened at least so many days ago.</param>
/// <param name="Channel">Where an offer was seen, as reporters call it.</param>
/// <param name="Words">A contact, an address or words that a report of it has.</param>
public sealed record QueueFilter(
    CaseState? State = null, Ministry? Turn = null, Band? Band = null, bool? IsDanger = null, int? MinDays = null,
    string? Channel = null, QueueHolder Holder = QueueHolder.All, string? Words = null)
{
    /// <summary>Longest age that can be asked for, in days: ten years.</summary>
    public const int MaxDays = 3_650;

    internal IReadOnlyList<CaseState> States =>
        State is { } state ? [state] : Turn is { } ministry ? CaseTurns.Of(ministry) : CaseTurns.Open;

    /// <summary>Null, or the code of what is no value.</summary>
    internal Problem? Fault => this switch
    {
        { State: { } state } when !Enum.IsDefined(state) => new Problem("case.state-invalid"),
        { Turn: { } turn } when CaseTurns.Of(turn).Count == 0 => new Problem("queue.filter-invalid"),
        { Band: { } band } when !Enum.IsDefined(band) => new Problem("queue.filter-invalid"),
        { MinDays: < 0 or > MaxDays } => new Problem("queue.filter-invalid"),
        { Channel: { } channel } when channel.Length > CaseReport.MaxChannelLength || !PlainText.IsReadable(channel) => new Problem("queue.filter-invalid"),
        _ when !Enum.IsDefined(Holder) => new Problem("queue.filter-invalid"),
        _ => null,
    };
}
