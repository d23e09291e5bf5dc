using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Sharing;
using Terjaga.Common.Events;
using Terjaga.Evidence.Custody;
using Terjaga.Evidence.Packages;

namespace Terjaga.Takedown.Escalation;

/// <summary>An officer takes out what proves that one recipient was asked and what came of it, for the authority that is asked next.</summary>
public sealed class ExportEscalation
{
    private readonly TerjagaDb _db;
    private readonly GatherEscalation _gather;
    private readonly EscalationWriter _writer;
    private readonly ReadSharing _sharing;
    private readonly CustodyKey _key;
    private readonly TimeProvider _clock;

    internal ExportEscalation(TerjagaDb db, GatherEscalation gather, EscalationWriter writer, ReadSharing sharing, CustodyKey key, TimeProvider clock) =>
        (_db, _gather, _writer, _sharing, _key, _clock) = (db, gather, writer, sharing, key, clock);

    public sealed record Input(Acting By, Guid CaseFileId, Guid RecipientId);

    /// <param name="ManifestSha256">Names the package: who received it can read it out.</param>
    public sealed record Exported(string FileName, string ManifestSha256);

    /// <summary>
    /// Writes to <paramref name="output"/>; after a failure what it holds is of no use. That it left is an event of the case and in the custody log.
    /// Fails with <c>access.denied</c>, <c>access.not-shared</c>, <c>escalation.none</c> (no letter of the case to this recipient was signed),
    /// <c>package.key-differs</c> or <c>package.too-large</c>.
    /// </summary>
    public async Task<Result<Exported>> RunAsync(Input input, Stream output, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.TakeOut))
            return new Problem("access.denied");
        var orders = _gather.OrdersOf(input.CaseFileId, input.RecipientId);
        if (!await orders.AnyAsync(cancellationToken)
            || await _db.Recipients.AsNoTracking().SingleOrDefaultAsync(r => r.Id == input.RecipientId, cancellationToken) is not { } recipient)
        {
            return new Problem("escalation.none");
        }

        // The letters say the words of the draft too.
        var shares = await _sharing.ForAsync(input.By, cancellationToken);
        if (!(shares.SeesWhole(SharedField.Orders) && shares.SeesWhole(SharedField.LegalReview) && shares.SeesWhole(SharedField.Captures)))
            return new Problem("access.not-shared");

        var places = await orders.OrderBy(o => o.Id).Take(GatherEscalation.MaxOrders).Select(o => o.ItemId).Distinct().ToListAsync(cancellationToken);
        var now = _clock.GetUtcNow();
        await RecordAsync(input, recipient, places, now, cancellationToken);
        var custody = await _writer.ProveAsync(places, cancellationToken);
        using var signing = _key.Open();
        if (!SignedZip.IsKeyOf(custody.Head, signing))
            return new Problem("package.key-differs");
        return await WriteAsync(input, recipient, custody, signing, now, output, cancellationToken) is { } receipt
            ? new Exported($"terjaga-{input.CaseFileId:D}-{input.RecipientId:D}.zip", receipt.ManifestSha256)
            : SignedZip.TooLarge;
    }

    /// <remarks>Before anything is written, so that nothing leaves unrecorded and the package's own proof shows it.</remarks>
    private async Task RecordAsync(Input input, Recipient recipient, List<Guid> places, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _db.CustodyEntries.AddRange(places.Select(place => CustodyEntry.Record(now, CustodyAct.Exported, place, input.By.Actor)));
        _db.Events.Add(DeskEvent.Record(
            now, input.CaseFileId, CaseEvents.EscalationExported, input.By.Actor, recipient.Name, await _db.GroundsOfCaseAsync(input.CaseFileId, cancellationToken)));
        await _db.SaveChangesAsync(cancellationToken);
    }

    private async Task<PackageReceipt?> WriteAsync(
        Input input, Recipient recipient, CustodyBundle custody, ECDsa signing, DateTimeOffset now, Stream output, CancellationToken cancellationToken)
    {
        var zip = new SignedZip(output);
        if (await _writer.WriteAsync(zip, input.CaseFileId, recipient, custody, cancellationToken) is not { } written)
            return null;
        foreach (var (name, language) in EscalationIndex.Pages)
        {
            var page = new EscalationIndex(input.CaseFileId, recipient, written, zip.Parts, now, language).ToBytes();
            if (!await zip.TryAddAsync(name, page, cancellationToken))
                return null;
        }

        return await zip.SealAsync(signing, cancellationToken);
    }
}
