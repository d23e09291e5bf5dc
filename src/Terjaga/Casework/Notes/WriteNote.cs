using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Joining;

namespace Terjaga.Casework.Notes;

/// <summary>An officer writes a note about a case: for the own ministry, for both, or for those who reported.</summary>
public sealed class WriteNote(TerjagaDb db, Screening.Learning.Screeners screeners, TimeProvider clock)
{
    /// <summary>Longest note, in characters; also the bound of the form field.</summary>
    public const int MaxLength = 2_000;

    /// <param name="CaseFileId">Of a part it is written about the whole that people decide about.</param>
    public sealed record Input(Acting By, Guid CaseFileId, NoteLevel Level, string? Text);

    public sealed record Written(Guid Id);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>note.level-invalid</c>, <c>note.required</c>, <c>note.too-long</c>, <c>text.invalid</c>,
    /// <c>case.unknown</c>, <c>note.repeated</c>; to reporters also with <c>note.has-number</c>, <c>note.has-address</c> or <c>note.has-name</c>.
    /// </summary>
    public async Task<Result<Written>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.WriteNotes))
            return new Problem("access.denied");
        if (!Enum.IsDefined(input.Level))
            return new Problem("note.level-invalid");
        if (!Parse(input.Text).TryGet(out var text, out var problem))
            return problem;
        if (!await db.CaseFiles.AnyAsync(c => c.Id == input.CaseFileId, cancellationToken))
            return new Problem("case.unknown");
        if (input.Level == NoteLevel.Reporter && await new PlainNote(db, screeners).RefuseAsync(text, cancellationToken) is { } refusal)
            return refusal;

        var root = await db.RootOfAsync(input.CaseFileId, cancellationToken);
        var note = db.CaseNotes.Add(CaseNote.Write(root, input.Level, text, input.By.MinistryCode, input.By.Actor, clock.GetUtcNow())).Entity;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new Written(note.Id);
        }
        catch (DbUpdateException) when (db.CaseNotes.AsNoTracking().Any(n => n.Print == note.Print))
        {
            return new Problem("note.repeated");
        }
    }

    private static Result<string> Parse(string? typed)
    {
        if (typed?.Trim() is not { Length: > 0 } text)
            return new Problem("note.required");
        if (text.Length > MaxLength)
            return new Problem("note.too-long", MaxLength);
        return PlainText.IsReadable(text) ? text : new Problem("text.invalid");
    }
}
