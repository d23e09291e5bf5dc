using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;

namespace Terjaga.Casework.Sharing;

/// <summary>The sharing table: which ministry sees what of a case. Every query about a case asks it first.</summary>
public sealed class ReadSharing(TerjagaDb db, TimeProvider clock)
{
    private readonly Dictionary<string, Shares> _known = [];

    /// <param name="ValidTo">The last day; null while no end is known.</param>
    /// <param name="Actor">Who recorded it.</param>
    /// <param name="Holds">Whether it is the row that counts today.</param>
    public sealed record Row(
        Guid Id, SharedField Field, string Ministry, SharingLevel Level, DateOnly ValidFrom, DateOnly? ValidTo, string Source, string Why,
        string Actor, DateTimeOffset At, bool Holds);

    /// <summary>All rows, the newest of each field first. Fails with <c>access.denied</c>.</summary>
    public async Task<Result<IReadOnlyList<Row>>> RunAsync(Acting by, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return new Problem("access.denied");
        var rules = await db.SharingRules.AsNoTracking().OrderBy(r => r.Field).ThenBy(r => r.Ministry)
            .ThenByDescending(r => r.ValidFrom).ThenByDescending(r => r.Id).ToListAsync(cancellationToken);
        var holding = Holding(rules).ToHashSet();
        return rules.ConvertAll(r => new Row(
            r.Id, r.Field, r.Ministry, r.Level, r.ValidFrom, r.ValidTo, r.Source, r.Why, r.Actor.Value, r.At, holding.Contains(r)));
    }

    /// <summary>What an officer sees today. Asked once a request.</summary>
    public async Task<Shares> ForAsync(Acting by, CancellationToken cancellationToken)
    {
        var ministry = by.MinistryCode;
        if (_known.TryGetValue(ministry, out var known))
            return known;
        var rules = await db.SharingRules.AsNoTracking().Where(r => r.Ministry == ministry).ToListAsync(cancellationToken);
        return _known[ministry] = new Shares(Holding(rules).ToDictionary(r => r.Field, r => r.Level));
    }

    private IEnumerable<SharingRule> Holding(List<SharingRule> rules)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return rules.Where(r => r.ValidFrom <= today && (r.ValidTo is null || r.ValidTo >= today))
            .GroupBy(r => (r.Field, r.Ministry)).Select(same => same.OrderByDescending(r => r.ValidFrom).ThenByDescending(r => r.Id).First());
    }
}
