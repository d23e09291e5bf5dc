using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;
using Terjaga.Common.Work;

namespace Terjaga.Casework.BorrowedNames;

/// <summary>An analyst has a listed company told that its name is used over contacts that are not its own.</summary>
public sealed class TellAgency(TerjagaDb db, ReadBorrowedNames read, TimeProvider clock)
{
    /// <param name="Licence">As the list writes it.</param>
    /// <param name="Contacts">Those of the offer that the company is told: a person chooses, for a reporter's own number may stand there too.</param>
    public sealed record Input(Acting By, Guid CaseFileId, string Licence, IReadOnlyList<string> Contacts);

    /// <summary>
    /// Stores who asked, and the mail as work; told once of a case, whoever asks again. Fails with <c>access.denied</c>,
    /// <c>case.unknown</c>, <c>agency.not-borrowed</c>, <c>agency.no-mail</c> or <c>agency.contacts-missing</c>.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.Verify))
            return new Problem("access.denied");
        if (!await db.CaseFiles.AnyAsync(c => c.Id == input.CaseFileId, cancellationToken))
            return new Problem("case.unknown");
        var view = await read.RunAsync(input.By, input.CaseFileId, cancellationToken);
        if (view.Borrowed.FirstOrDefault(row => row.Licence == input.Licence) is not { } row)
            return new Problem("agency.not-borrowed");
        if (row.Mail is null)
            return new Problem("agency.no-mail");
        if (row.AskedAt is not null)
            return Done.Yes;
        var chosen = row.Contacts.Intersect(input.Contacts).ToList();
        if (chosen.Count == 0)
            return new Problem("agency.contacts-missing");

        var now = clock.GetUtcNow();
        var told = db.BorrowedNames.Add(new BorrowedName
        {
            Id = TimeOrderedId.At(now),
            CaseFileId = input.CaseFileId,
            Licence = row.Licence,
            Name = PlainText.Shorten(row.Name, BorrowedName.MaxLength),
            Address = row.Mail,
            Contacts = PlainText.Shorten(string.Join(", ", chosen), BorrowedName.MaxLength),
            AsOf = row.AsOf,
            AskedAt = now,
        }).Entity;
        db.Schedule(TellAgencyJob.Kind, told.Id, now);
        db.Events.Add(DeskEvent.Record(now, input.CaseFileId, CaseEvents.AgencyTold, input.By.Actor, row.Name, await db.GroundsOfCaseAsync(input.CaseFileId, cancellationToken)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.BorrowedNames.AsNoTracking().Any(b => b.CaseFileId == input.CaseFileId && b.Licence == row.Licence))
        {
            // A colleague had it told in the same moment; the index lets it happen once.
        }

        return Done.Yes;
    }
}
