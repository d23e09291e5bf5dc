using System.Runtime.CompilerServices;

namespace Terjaga.Common.Tables;

/// <summary>Counts rows, and turns what a format's reader throws into the one exception of table files.</summary>
internal static class GuardedRows
{
    /// <summary>Rows after which another work gets the thread: the readers below do not wait for the disk asynchronously.</summary>
    private const int Turn = 1_000;

    public static async IAsyncEnumerable<TableRow> ReadAsync(
        IEnumerable<TableRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = rows.GetEnumerator();
        var (count, last) = (0, 0);
        while (Next(reader, last) is { } row)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++count > TableLimits.Rows)
                throw new TableFileException(new Problem("table.too-many-rows", TableLimits.Rows));
            last = row.Number;
            yield return row;
            if (count % Turn == 0)
                await Task.Yield();
        }

        if (count == 0)
            throw new TableFileException(new Problem("table.empty"));
    }

    private static TableRow? Next(IEnumerator<TableRow> reader, int last)
    {
        try
        {
            return reader.MoveNext() ? reader.Current : null;
        }
        catch (Exception broken) when (BrokenFile.Is(broken))
        {
            throw BrokenFile.After(last);
        }
    }
}
