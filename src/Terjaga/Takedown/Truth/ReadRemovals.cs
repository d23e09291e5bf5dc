using System.Globalization;
using Terjaga.Accounts;

namespace Terjaga.Takedown.Truth;

/// <summary>What became of the orders of a month, recipient by recipient: counts and times, no case and no address.</summary>
/// <remarks>An order counts in the month, in western Indonesia, in which the recipient's own server took it. What the desk cannot see counts as unknown, never as gone.</remarks>
public sealed class ReadRemovals(TerjagaDb db, TimeProvider clock)
{
    /// <param name="Month">As <c>2026-11</c>; null for this month.</param>
    public sealed record Input(Acting By, string? Month);

    /// <param name="Month">As <c>2026-11</c>.</param>
    /// <param name="All">Over all recipients; its name is empty.</param>
    public sealed record View(string Month, Row All, IReadOnlyList<Row> Recipients);

    /// <summary>Of each time: half took no longer, and nine of ten took no longer; null where there is none.</summary>
    /// <param name="Sent">Orders that the recipient's server took; all counts below are of these.</param>
    /// <param name="Acknowledged">Of which the recipient said anything at all.</param>
    /// <param name="Gone">Confirmed gone by two looks, whatever came after.</param>
    /// <param name="SeenGone">Seen to be gone once, not yet confirmed.</param>
    /// <param name="There">Still shown at the last look, or not looked at yet.</param>
    /// <param name="Unknown">Changed, out of reach or behind a login: the desk does not know.</param>
    /// <param name="Late">Not seen to be gone when its time was over.</param>
    /// <param name="CameBack">Seen again after it was confirmed gone.</param>
    /// <param name="StillGoneWeek">Confirmed gone and seen to be gone seven days later.</param>
    /// <param name="StillGoneMonth">The same after thirty days.</param>
    public sealed record Row(
        string Recipient, int Sent, int Acknowledged, int Gone, int SeenGone, int There, int Unknown, int Late, int CameBack, int StillGoneWeek, int StillGoneMonth)
    {
        /// <summary>Share of all that were sent, 0 to 1, that is confirmed gone and did not come back. What the desk does not know counts against it.</summary>
        public double GoneShare => Sent == 0 ? 0 : (double)(Gone - CameBack) / Sent;

        /// <summary>From the first report of the place to the decision of KP2MI that stood when the order was sent.</summary>
        public TimeSpan? ToDecision { get; init; }

        public TimeSpan? ToDecisionNine { get; init; }

        /// <summary>From that decision until the recipient's server took the order.</summary>
        public TimeSpan? ToSent { get; init; }

        public TimeSpan? ToSentNine { get; init; }

        /// <summary>From sent to the first word of the recipient.</summary>
        public TimeSpan? ToAcknowledged { get; init; }

        public TimeSpan? ToAcknowledgedNine { get; init; }

        /// <summary>From sent to first seen to be gone.</summary>
        public TimeSpan? ToSeenGone { get; init; }

        public TimeSpan? ToSeenGoneNine { get; init; }

        /// <summary>From sent to confirmed gone.</summary>
        public TimeSpan? ToGone { get; init; }

        public TimeSpan? ToGoneNine { get; init; }
    }

    /// <summary>Those with most orders first. Fails with <c>access.denied</c> or <c>month.invalid</c>.</summary>
    public async Task<Result<View>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.SeeFigures))
            return new Problem("access.denied");
        var today = WibTime.Today(clock);
        var first = new DateOnly(today.Year, today.Month, 1);
        if (input.Month is { } typed && !DateOnly.TryParseExact(typed + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first))
            return new Problem("month.invalid");

        var table = await new RemovalFigures(db).OfTimeAsync(WibTime.BeginOf(first), WibTime.BeginOf(first.AddMonths(1)), cancellationToken);
        return new View(first.ToString("yyyy-MM", CultureInfo.InvariantCulture), table.All, table.Recipients);
    }
}
