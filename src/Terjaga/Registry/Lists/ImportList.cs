using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Common.Tables;

namespace Terjaga.Registry.Lists;

/// <summary>Reads a list that an office gave, row by row, into a snapshot that waits for a person.</summary>
public sealed class ImportList(TerjagaDb db, ListColumns columns, CompareLists compare, TimeProvider clock)
{
    /// <param name="File">Seekable; CSV, XLSX or JSON.</param>
    /// <param name="Name">Where it comes from, where the file does not say it.</param>
    /// <param name="IsStrict">One bad row refuses all.</param>
    public sealed record Input(RegistryList List, Stream File, string Name, bool IsStrict);

    /// <summary>A row that could not be taken.</summary>
    /// <param name="Field">Null where it is about the row.</param>
    public sealed record Fault(int Row, string Code, string? Field);

    /// <param name="Faults">The first <see cref="MaxFaults"/>.</param>
    public sealed record Read(Guid Id, ListOrigin Origin, int Rows, int FaultCount, IReadOnlyList<Fault> Faults, SnapshotDiff Diff);

    /// <summary>Faults that are kept; all are counted.</summary>
    public const int MaxFaults = ListFault.MaxKept;

    /// <summary>
    /// Stores the good rows; nothing is answered by them until a person takes the list. Fails with <c>list.known</c> (the
    /// same file is live), <c>list.no-rows</c>, <c>list.columns-unknown</c>, <c>list.mixed</c> (fictional beside real),
    /// <c>list.strict</c>, <c>list.as-of-invalid</c>, <c>list.busy</c> or a code of <c>table.…</c>.
    /// </summary>
    public async Task<Result<Read>> RunAsync(Input input, Actor by, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(input.File, cancellationToken));
        if (await db.Snapshots.AnyAsync(s => s.List == input.List && s.State == SnapshotState.Live && s.Sha256 == sha256, cancellationToken))
            return new Problem("list.known");
        input.File.Position = 0;
        try
        {
            await using var table = await TableFile.OpenAsync(input.File, cancellationToken);
            if (Origin(table, input.Name) is not { } origin)
                return new Problem("list.as-of-invalid");
            if (await IsMixedAsync(db, input.List, origin.IsFictional, cancellationToken))
                return new Problem("list.mixed");
            return await ReadAsync(input, table, origin, sha256, by, cancellationToken);
        }
        catch (TableFileException exception)
        {
            return exception.Problem;
        }
    }

    /// <summary>Whether a list of companies of the other nature is live.</summary>
    internal static Task<bool> IsMixedAsync(TerjagaDb db, RegistryList list, bool isFictional, CancellationToken cancellationToken) =>
        RegistryLists.OfCompanies.Contains(list)
            ? db.Snapshots.AnyAsync(
                s => s.State == SnapshotState.Live && RegistryLists.OfCompanies.Contains(s.List) && s.IsFictional != isFictional, cancellationToken)
            : Task.FromResult(false);

    /// <summary>A file that does not say its day speaks of today; null where the day that it says is none, or lies ahead.</summary>
    private ListOrigin? Origin(OpenTable table, string name)
    {
        var today = WibTime.Today(clock);
        var asOf = today;
        if (table.Properties.TryGetValue("asOf", out var written) && (!DateOnly.TryParseExact(written, "yyyy-MM-dd", out asOf) || asOf > today.AddDays(1)))
            return null;
        return new ListOrigin(
            table.Properties.GetValueOrDefault("owner", name), table.Properties.GetValueOrDefault("source", name), asOf,
            table.Properties.GetValueOrDefault("fictional") is "true");
    }

    private async Task<Result<Read>> ReadAsync(
        Input input, OpenTable table, ListOrigin origin, string sha256, Actor by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var number = 1 + (await db.Snapshots.MaxAsync(s => (int?)s.Number, cancellationToken) ?? 0);
        var snapshot = db.Snapshots.Add(Snapshot.Begin(number, input.List, origin, sha256, now)).Entity;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another process took the number in the same moment.
            return new Problem("list.busy");
        }

        List<Fault> faults;
        int rows, faultCount;
        try
        {
            (rows, faults, faultCount) = await StoreAsync(input, table, snapshot, cancellationToken);
        }
        catch (TableFileException)
        {
            await ForgetAsync(snapshot, cancellationToken);
            throw;
        }

        if (rows == 0 || (input.IsStrict && faultCount > 0))
        {
            await ForgetAsync(snapshot, cancellationToken);
            return rows > 0 ? new Problem("list.strict", faultCount)
                : faults.Exists(fault => fault.Code != "list.columns-unknown") ? new Problem("list.no-rows", faultCount)
                : new Problem("list.columns-unknown");
        }

        var diff = await compare.CountAsync(snapshot, cancellationToken);
        snapshot.Wait(rows, faultCount, diff);
        db.ListFaults.AddRange(faults.DistinctBy(fault => fault.Row)
            .Select(fault => new ListFault { Snapshot = number, Row = fault.Row, Code = fault.Code, Field = fault.Field }));
        db.Events.Add(DeskEvent.Record(clock.GetUtcNow(), snapshot.Id, "list.read", by));
        await db.SaveChangesAsync(cancellationToken);
        return new Read(snapshot.Id, origin, rows, faultCount, faults, diff);
    }

    private async Task<(int Rows, List<Fault> Faults, int FaultCount)> StoreAsync(
        Input input, OpenTable table, Snapshot snapshot, CancellationToken cancellationToken)
    {
        var (rows, faultCount, faults, keys) = (0, 0, new List<Fault>(), new HashSet<string>(StringComparer.Ordinal));
        await using var writer = new ListRowWriter(db);
        await foreach (var row in table.Rows.WithCancellation(cancellationToken))
        {
            if (row.Problem is { } problem)
            {
                Blame(row.Number, problem.Code, null);
                continue;
            }

            var cells = Cells(input.List, row.Cells);
            var answer = cells.Count == 0
                ? new ReadRow.Answer(null, "list.columns-unknown", null)
                : ReadRow.Of(input.List, new RowCells(cells), snapshot.Number, row.Number, snapshot.IsFictional);
            if (answer.Row is not { } good)
                Blame(row.Number, answer.Code ?? "", answer.Field);
            else if (!keys.Add(good.Key))
                Blame(row.Number, "list.row-repeated", null);
            else
                await AddAsync(good);
        }

        await writer.FlushAsync(cancellationToken);
        return (rows, faults, faultCount);

        Task AddAsync(ListRow row)
        {
            rows++;
            return writer.AddAsync(row, cancellationToken);
        }

        void Blame(int number, string code, string? field)
        {
            if (faultCount++ < MaxFaults)
                faults.Add(new Fault(number, code, field));
        }
    }

    private Dictionary<string, string> Cells(RegistryList list, IReadOnlyDictionary<string, string> written)
    {
        var cells = new Dictionary<string, string>(written.Count, StringComparer.Ordinal);
        foreach (var (header, cell) in written)
        {
            if (columns.FieldOf(list, header) is { } field)
                cells.TryAdd(field, cell);
        }

        return cells;
    }

    private async Task ForgetAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        await db.ListRows.Where(r => r.Snapshot == snapshot.Number).ExecuteDeleteAsync(cancellationToken);
        db.Snapshots.Remove(snapshot);
        await db.SaveChangesAsync(cancellationToken);
    }
}
