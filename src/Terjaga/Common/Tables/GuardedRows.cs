using System.Runtime.CompilerServices;

namespace Terjaga.Common.Tables;

/// <summary>Counts rows, and turns what a format's reader throws into the one exception of table files.</summary>
internal static class GuardedRows
{
    /// <summary>Rows after which another work gets the thread: the readers below do not wait for the disk asynchronously.</summary>
    private const int Turn = 1_000;

    /// <param name="rows">Null stands for an empty row: it is passed over, and counts.</param>
    public static async IAsyncEnumerable<TableRow> ReadAsync(
        IEnumerable<TableRow?> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = rows.GetEnumerator();
        var (count, last) = (0, 0);
        while (MoveNext(reader, last))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++count > TableLimits.Rows)
                throw new TableFileException(new Problem("table.too-many-rows", TableLimits.Rows));
            if (count % Turn == 0)
                await Task.Yield();
            if (reader.Current is not { } row)
                continue;
            last = row.Number;
            yield return row;
        }

        if (last == 0)
            throw new TableFileException(new Problem("table.empty"));
    }

    private static bool MoveNext(IEnumerator<TableRow?> reader, int last)
    {
        try
        {
            return reader.MoveNext();
        }
        catch (Exception broken) when (BrokenFile.Is(broken))
        {
            throw BrokenFile.After(last);
        }
    }
}
