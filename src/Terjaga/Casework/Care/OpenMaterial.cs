using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Casework.Care;

/// <summary>
/// An officer opens hard material: it is counted for the day, and past the day's share the desk asks for a reason. It never
/// forbids; and it stands before what is shown, not before what is done for somebody in danger.
/// </summary>
public sealed class OpenMaterial(TerjagaDb db, CarePlan plan, TimeProvider clock)
{
    /// <summary>The event of an officer who goes on past the share; its subject is the officer, so that no page of a case shows it.</summary>
    internal const string WentOn = "care.went-on";

    private const string Count = "INSERT INTO care_openings (officer_id, day, material) VALUES ({0}, {1}, {2}) ON CONFLICT DO NOTHING";

    /// <summary>What today's share is, without opening anything.</summary>
    public async Task<DayShare> LookAsync(Actor by, CancellationToken cancellationToken) =>
        ShareOf(await OpenedAsync(by, cancellationToken), null);

    /// <summary>The same, and whether one thing could be shown now.</summary>
    public async Task<DayShare> LookAsync(Actor by, HardMaterial material, CancellationToken cancellationToken) =>
        ShareOf(await OpenedAsync(by, cancellationToken), material);

    /// <summary>Counts what is about to be shown; where the share is reached, it is not counted and not to be shown.</summary>
    public async Task<DayShare> RunAsync(Actor by, HardMaterial material, CancellationToken cancellationToken)
    {
        var opened = await OpenedAsync(by, cancellationToken);
        var share = ShareOf(opened, material);
        if (!share.IsShown || opened.Contains(material.Key))
            return share;
        await db.TogetherAsync(
            async () =>
            {
                // What was opened on other days is nobody's business any more.
                if (opened.Count == 0)
                    await db.CareOpenings.Where(o => o.Day < Today).ExecuteDeleteAsync(cancellationToken);
                await CountAsync(by, material, cancellationToken);
            },
            cancellationToken);
        return share with { OpenedCount = share.OpenedCount + 1 };
    }

    /// <summary>
    /// The officer needs to see one thing although today's share is reached, and says why: that is an event. Fails with what
    /// <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Done>> GoOnAsync(Actor by, HardMaterial material, string? typed, CancellationToken cancellationToken)
    {
        if (!Decision.ParseReason(typed).TryGet(out var reason, out var problem))
            return problem;
        await db.TogetherAsync(
            async () =>
            {
                await CountAsync(by, material, cancellationToken);
                db.Events.Add(DeskEvent.Record(clock.GetUtcNow(), IdOf(by), WentOn, by, reason));
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return Done.Yes;
    }

    private DateOnly Today => WibTime.Today(clock);

    private Task<List<string>> OpenedAsync(Actor by, CancellationToken cancellationToken)
    {
        var (officer, today) = (IdOf(by), Today);
        return db.CareOpenings.AsNoTracking().Where(o => o.OfficerId == officer && o.Day == today).Select(o => o.Material).ToListAsync(cancellationToken);
    }

    private DayShare ShareOf(List<string> opened, HardMaterial? material)
    {
        var most = plan.On(Today).Openings;
        return new DayShare(opened.Count, most, opened.Count < most || (material is not null && opened.Contains(material.Key)));
    }

    private Task<int> CountAsync(Actor by, HardMaterial material, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(Count, [IdOf(by), Today, material.Key], cancellationToken);

    private static Guid IdOf(Actor by) => by.OfficerId ?? throw new ArgumentException("Only officers open hard material.", nameof(by));
}
