using System.Runtime.InteropServices;
using System.Text.Json;

namespace Terjaga.Screening.Model;

/// <summary>A model as bytes: a mark, the card and all small numbers as JSON, then the two tables.</summary>
/// <remarks>
/// Of a table only the buckets that hold something are written: the distance to the one before as a variable number of
/// bytes, then its numbers as whole steps, little end first.
/// </remarks>
public static class ModelFile
{
    /// <summary>Largest model that is read, in bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private static ReadOnlySpan<byte> Mark => "TERJAGA1"u8;

    private sealed record Small(
        int Buckets, int ContextBuckets, ModelCard Card, HeadFit[] Fits, float[] HeadScales, float[] ContextConstants, float[] ColumnScales, IReadOnlyDictionary<string, float[]> Facts);

    public static byte[] Write(LinearModel model)
    {
        var small = JsonSerializer.SerializeToUtf8Bytes(
            new Small(
                LinearModel.Buckets, LinearModel.ContextBuckets, model.Card, model.Fits, [.. model.HeadScales], model.ContextConstants, [.. model.ColumnScales], model.Facts), JsonSerializerOptions.Web);
        var bytes = new List<byte>(Mark.ToArray());
        WriteCount(bytes, small.Length);
        bytes.AddRange(small);
        WriteTable(bytes, model.HeadTable, LinearModel.Lanes);
        WriteTable(bytes, model.ColumnTable, LinearModel.ContextLanes);
        return [.. bytes];
    }

    /// <summary>Throws <see cref="ModelException"/> for bytes that are no model.</summary>
    public static LinearModel Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes || !bytes.StartsWith(Mark))
            throw new ModelException("This is no model of Terjaga.");
        bytes = bytes[Mark.Length..];
        try
        {
            var length = ReadCount(ref bytes);
            var small = JsonSerializer.Deserialize<Small>(bytes[..length], JsonSerializerOptions.Web);
            bytes = bytes[length..];
            if (small is not { Buckets: LinearModel.Buckets, ContextBuckets: LinearModel.ContextBuckets })
                throw new ModelException("The model was made by another version of Terjaga.");
            var heads = ReadTable(ref bytes, LinearModel.Buckets, LinearModel.Lanes, short.MaxValue);
            var columns = ReadTable(ref bytes, LinearModel.ContextBuckets, LinearModel.ContextLanes, sbyte.MaxValue);
            return small is { Card: not null, Fits.Length: LinearModel.Lanes - 1, Facts: not null }
                && small.ContextConstants?.Length == Column.Count && small.ColumnScales?.Length == LinearModel.ContextLanes && small.HeadScales?.Length == LinearModel.Lanes
                && small.Facts.Values.All(weights => weights?.Length == LinearModel.Lanes - 1 + Column.Count)
                ? new LinearModel(small.Card, small.Fits, heads, small.HeadScales, columns, small.ColumnScales, small.ContextConstants, small.Facts)
                : throw new ModelException("The model is incomplete.");
        }
        catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException or JsonException)
        {
            throw new ModelException("The model is cut short or damaged.", exception);
        }
    }

    private static void WriteTable<T>(List<byte> bytes, ReadOnlySpan<T> table, int lanes)
        where T : unmanaged, IEquatable<T>
    {
        var (rows, last, count) = (new List<byte>(), -1, 0);
        for (var bucket = 0; bucket * lanes < table.Length; bucket++)
        {
            var row = table.Slice(bucket * lanes, lanes);
            if (!row[..^1].ContainsAnyExcept(default(T)))
                continue;
            WriteCount(rows, bucket - last);
            rows.AddRange(MemoryMarshal.AsBytes(row));
            (last, count) = (bucket, count + 1);
        }

        WriteCount(bytes, count);
        bytes.AddRange(rows);
    }

    /// <param name="rarest">A feature that no text had is as rare as can be: it makes a text with much that is unknown less certain.</param>
    private static T[] ReadTable<T>(ref ReadOnlySpan<byte> bytes, int buckets, int lanes, T rarest)
        where T : unmanaged
    {
        var table = new T[buckets * lanes];
        for (var at = lanes - 1; at < table.Length; at += lanes)
            table[at] = rarest;
        var count = ReadCount(ref bytes);
        for (var (row, bucket) = (0, -1); row < count; row++)
        {
            bucket += ReadCount(ref bytes);
            var target = MemoryMarshal.AsBytes(table.AsSpan(bucket * lanes, lanes));
            bytes[..target.Length].CopyTo(target);
            bytes = bytes[target.Length..];
        }

        return table;
    }

    private static void WriteCount(List<byte> bytes, int count)
    {
        for (; count >= 0x80; count >>= 7)
            bytes.Add((byte)(count | 0x80));
        bytes.Add((byte)count);
    }

    private static int ReadCount(ref ReadOnlySpan<byte> bytes)
    {
        var (count, at) = (0, 0);
        for (var shift = 0; shift < 32; shift += 7)
        {
            count |= (bytes[at] & 0x7F) << shift;
            if (bytes[at++] < 0x80)
                break;
        }

        bytes = bytes[at..];
        return count;
    }
}
