using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Accounts;

/// <summary>The organisations that share the desk; an administrator may add one.</summary>
public sealed class EditOrganisations(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Longest name, in characters; also the bound of the form fields.</summary>
    public const int MaxNameLength = 120;

    /// <summary>Longest note of where it stands, in characters.</summary>
    public const int MaxSourceLength = 500;

    public sealed record Input(
        Ministry Code, string? NameId, string? NameEn, IReadOnlyList<Role> Roles, DateOnly Since, string? Source);

    public sealed record Row(
        Ministry Code, string NameId, string NameEn, IReadOnlyList<Role> Roles, DateOnly Since, string Source);

    public async Task<IReadOnlyList<Row>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await db.Organisations.AsNoTracking().OrderBy(o => o.Id).ToListAsync(cancellationToken))
            .Select(o => new Row(o.Code, o.NameId, o.NameEn, o.Roles, o.Since, o.Source))];

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>organisation.code-invalid</c>, <c>organisation.text-invalid</c>,
    /// <c>organisation.roles-invalid</c> or <c>organisation.exists</c>.
    /// </summary>
    public async Task<Result<Done>> AddAsync(Acting by, Input input, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.InviteOfficers))
            return new Problem("access.denied");
        if (Fault(input) is { } problem)
            return problem;
        // Two codes that differ in their case only would be read as one.
        var codes = await db.Organisations.Select(o => o.Code).ToListAsync(cancellationToken);
        if (codes.Exists(code => code.Code.Equals(input.Code.Code, StringComparison.OrdinalIgnoreCase)))
            return new Problem("organisation.exists");
        Record(input, by.Actor);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Done.Yes;
        }
        catch (DbUpdateException)
        {
            return new Problem("organisation.exists");
        }
    }

    internal void Record(Input input, Actor by)
    {
        var now = clock.GetUtcNow();
        var organisation = db.Organisations.Add(Organisation.Record(input, now)).Entity;
        db.Events.Add(DeskEvent.Record(now, organisation.Id, AccountEvents.OrganisationAdded, by));
    }

    /// <summary>Null for a row that may be stored.</summary>
    internal static Problem? Fault(Input input)
    {
        if (!Ministry.TryParse(input.Code.Code, out _))
            return new Problem("organisation.code-invalid", Ministry.MaxCodeLength);
        if (!IsText(input.NameId, MaxNameLength) || !IsText(input.NameEn, MaxNameLength) || !IsText(input.Source, MaxSourceLength))
            return new Problem("organisation.text-invalid", MaxNameLength);
        // The steps of a case stay with the ministry that the law gives them to.
        return input.Roles.Count == 0 || !input.Roles.All(role => Enum.IsDefined(role) && (Authority.MinistryOf(role) ?? input.Code) == input.Code)
            ? new Problem("organisation.roles-invalid")
            : null;
    }

    private static bool IsText(string? text, int length) =>
        text?.Trim() is { Length: > 0 } known && known.Length <= length && PlainText.IsReadable(known) && !known.Any(char.IsControl);
}
