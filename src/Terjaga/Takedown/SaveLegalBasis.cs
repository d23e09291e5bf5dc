using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;

namespace Terjaga.Takedown;

/// <summary>An approver of Komdigi records a rule on which orders may stand.</summary>
public sealed class SaveLegalBasis(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Longest code, and longest title and source, in characters; also the bounds of the form fields.</summary>
    public const int MaxCodeLength = LegalBasis.MaxCodeLength, MaxTextLength = LegalBasis.MaxTitleLength;

    /// <summary>Longest clock that is taken; a longer one is a typing mistake.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>A rule as an officer or the data file gives it.</summary>
    public sealed record Rule(
        string Code, string TitleId, string TitleEn, TimeSpan Deadline, string Source, DateOnly ValidFrom, DateOnly? ValidTo);

    public sealed record Saved(Guid Id);

    /// <summary>What is said of a rule that is none.</summary>
    public static Problem Invalid => new Problem("legal-basis.invalid", MaxTextLength, Longest.TotalDays);

    /// <summary>Fails with <c>access.denied</c>, <c>legal-basis.invalid</c> or <c>legal-basis.taken</c>.</summary>
    public async Task<Result<Saved>> RunAsync(Acting by, Rule rule, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.EditLegalBases))
            return new Problem("access.denied");
        if (!IsValid(rule))
            return Invalid;
        if (await db.LegalBases.AnyAsync(l => l.Code == rule.Code && l.ValidFrom == rule.ValidFrom, cancellationToken))
            return new Problem("legal-basis.taken");

        var now = clock.GetUtcNow();
        var basis = db.LegalBases.Add(LegalBasis.Record(rule, now)).Entity;
        db.Events.Add(DeskEvent.Record(now, basis.Id, "legal-basis.recorded", by.Actor));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.LegalBases.AsNoTracking().Any(l => l.Code == rule.Code && l.ValidFrom == rule.ValidFrom))
        {
            return new Problem("legal-basis.taken");
        }

        return new Saved(basis.Id);
    }

    internal static bool IsValid(Rule rule) =>
        rule.Code is { Length: > 0 and <= LegalBasis.MaxCodeLength }
        && rule.TitleId is { Length: > 0 and <= LegalBasis.MaxTitleLength }
        && rule.TitleEn is { Length: > 0 and <= LegalBasis.MaxTitleLength }
        && rule.Source is { Length: > 0 and <= LegalBasis.MaxTitleLength }
        && new[] { rule.Code, rule.TitleId, rule.TitleEn, rule.Source }.All(PlainText.IsReadable)
        && rule.Deadline >= TimeSpan.FromSeconds(1) && rule.Deadline <= Longest
        && (rule.ValidTo is null || rule.ValidTo >= rule.ValidFrom);
}
