using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;

namespace Terjaga.Casework.Sharing;

/// <summary>A privacy officer says how much of a field a ministry sees from a day on: a new row, and the old ones stay.</summary>
public sealed class SaveSharing(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Longest source and longest why, in characters; also the bounds of the form fields.</summary>
    public const int MaxTextLength = SharingRule.MaxTextLength;

    /// <summary>A row as an officer or the data file gives it.</summary>
    /// <param name="Ministry">Its code.</param>
    /// <param name="ValidTo">The last day; null while no end is known.</param>
    public sealed record Rule(
        SharedField Field, string Ministry, SharingLevel Level, DateOnly ValidFrom, DateOnly? ValidTo, string Source, string Why);

    public sealed record Saved(Guid Id);

    /// <summary>The organisations that a row can name, by their codes in lower case.</summary>
    public async Task<IReadOnlyList<string>> MinistriesAsync(CancellationToken cancellationToken) =>
        [.. (await db.Organisations.AsNoTracking().OrderBy(o => o.Id).Select(o => o.Code).ToListAsync(cancellationToken)).Select(code => code.Code.ToLowerInvariant())];

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>sharing.invalid</c>, <c>sharing.too-early</c> (what was shared yesterday cannot be changed
    /// today), or <c>sharing.repeated</c> (the row that counts says just this).
    /// </summary>
    public async Task<Result<Saved>> RunAsync(Acting by, Rule rule, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.EditSharing))
            return new Problem("access.denied");
        if (!IsValid(rule) || !(await MinistriesAsync(cancellationToken)).Contains(rule.Ministry))
            return new Problem("sharing.invalid", MaxTextLength);
        var now = clock.GetUtcNow();
        if (rule.ValidFrom < DateOnly.FromDateTime(now.UtcDateTime))
            return new Problem("sharing.too-early");

        Result<Saved> saved = new Problem("sharing.repeated");
        await db.TogetherAsync(
            async () =>
            {
                var last = await db.SharingRules.AsNoTracking().Where(r => r.Field == rule.Field && r.Ministry == rule.Ministry)
                    .OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancellationToken);
                if (last is not null && last.Level == rule.Level && last.ValidFrom == rule.ValidFrom && last.ValidTo == rule.ValidTo)
                    return;
                var row = db.SharingRules.Add(SharingRule.Record(rule, by.Actor, now)).Entity;
                db.Events.Add(DeskEvent.Record(now, row.Id, "sharing.changed", by.Actor, rule.Why));
                await db.SaveChangesAsync(cancellationToken);
                saved = new Saved(row.Id);
            },
            cancellationToken);
        return saved;
    }

    internal static bool IsValid(Rule rule) =>
        Enum.IsDefined(rule.Field) && Enum.IsDefined(rule.Level) && rule.Ministry is { Length: > 0 and <= Ministry.MaxCodeLength }
        && rule.Source is { Length: > 0 and <= MaxTextLength } && rule.Why is { Length: > 0 and <= MaxTextLength }
        && PlainText.IsReadable(rule.Source) && PlainText.IsReadable(rule.Why)
        && (rule.ValidTo is null || rule.ValidTo >= rule.ValidFrom);
}
