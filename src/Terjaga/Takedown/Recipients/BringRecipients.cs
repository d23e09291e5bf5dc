using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Privacy;

namespace Terjaga.Takedown.Recipients;

/// <summary>An officer of Komdigi takes over the recipients that ship with the desk; all switched off, each with its source and its day.</summary>
public sealed class BringRecipients(TerjagaDb db, SaveRecipient save, DeskKey desk, TimeProvider clock)
{
    /// <summary>Where they are in the folder of data.</summary>
    public const string FileName = "recipients/known.json";

    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <param name="Count">How many were added; whoever is there by name stays as it is.</param>
    public sealed record Brought(int Count);

    /// <summary>One row of the file; the first contact is asked first.</summary>
    private sealed record Row(string Name, RecipientKind Kind, IReadOnlyList<string> Hosts, IReadOnlyList<ContactTyped> Contacts);

    private sealed record Rows(IReadOnlyList<Row> Recipients);

    /// <summary>Fails with <c>access.denied</c>. Throws <see cref="InvalidDataException"/> on a row that is no recipient.</summary>
    public async Task<Result<Brought>> RunAsync(Acting by, string dataFolder, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.EditRecipients))
            return new Problem("access.denied");
        var rows = JsonSerializer.Deserialize<Rows>(await File.ReadAllTextAsync(Path.Combine(dataFolder, FileName), cancellationToken), _format)?.Recipients ?? [];
        var known = await db.Recipients.Select(r => r.Name).ToListAsync(cancellationToken);
        var missing = rows.Where(row => !known.Contains(row.Name)).ToList();
        missing.ForEach(row => Add(row, by));
        await db.SaveChangesAsync(cancellationToken);
        return new Brought(missing.Count);
    }

    private void Add(Row row, Acting by)
    {
        if (row.Contacts.Count == 0 || !SaveRecipient.Read(row.Name, row.Kind, string.Join(' ', row.Hosts), row.Contacts[0]).TryGet(out var fresh, out var problem))
            throw new InvalidDataException($"{FileName}: the row {row.Name} is no recipient.");
        var recipient = save.Add(fresh, by.Actor, $"{FileName}: {fresh.Contact.Source}");
        for (var rank = 1; rank < row.Contacts.Count; rank++)
        {
            if (!Contact.Read(row.Contacts[rank]).TryGet(out var contact, out problem))
                throw new InvalidDataException($"{FileName}: the row {row.Name} has no contact ({problem.Code}).");
            db.RecipientContacts.Add(RecipientContact.Add(recipient.Id, rank + 1, contact, desk, clock.GetUtcNow()));
        }
    }
}
