using System.Buffers.Binary;
using System.Text.Json;

namespace Terjaga.Screening.Model;

/// <summary>A model as bytes: a mark, the card and all small numbers as JSON, then the two tables.</summary>
/// <remarks>
/// Of a table only the buckets that hold something are written: the distance to the one before as a variable number of
/// bytes, then its numbers as 16-bit floats, little end first.
/// </remarks>
public static class ModelFile
{
    /// <summary>Largest model that is read, in bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private static ReadOnlySpan<byte> Mark => "TERJAGA1"u8;

    private sealed record Small(ModelCard Card, HeadFit[] Fits, float[] ContextConstants, IReadOnlyDictionary<string, float[]> Facts);

    public static byte[] Write(LinearModel model)
    {
        var small = JsonSerializer.SerializeToUtf8Bytes(
            new Small(model.Card, model.Fits, model.ContextConstants, model.Facts), JsonSerializerOptions.Web);
        var bytes = new List<byte>(Mark.ToArray());
        WriteCount(bytes, small.Length);
        bytes.AddRange(small);
        WriteTable(bytes, model.HeadTable, LinearModel.Lanes);
        WriteTable(bytes, model.ContextTable, LinearModel.ContextLanes);
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
            var heads = ReadTable(ref bytes, LinearModel.Buckets, LinearModel.Lanes);
            var contexts = ReadTable(ref bytes, LinearModel.ContextBuckets, LinearModel.ContextLanes);
            return small is { Card: not null, Fits.Length: LinearModel.Lanes - 1, Facts: not null }
                && small.ContextConstants?.Length == Column.Count
                && small.Facts.Values.All(weights => weights?.Length == LinearModel.Lanes - 1 + Column.Count)
                ? new LinearModel(small.Card, small.Fits, heads, contexts, small.ContextConstants, small.Facts)
                : throw new ModelException("The model is incomplete.");
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException or JsonException)
        {
            throw new ModelException("The model is cut short or damaged.", exception);
        }
    }

    private static void WriteTable(List<byte> bytes, ReadOnlySpan<float> table, int lanes)
    {
        var (rows, last) = (new List<byte>(), -1);
        var count = 0;
        Span<byte> number = stackalloc byte[2];
        for (var bucket = 0; bucket * lanes < table.Length; bucket++)
        {
            var row = table.Slice(bucket * lanes, lanes);
            if (!row[..^1].ContainsAnyExcept(0f))
                continue;
            WriteCount(rows, bucket - last);
            foreach (var value in row)
            {
                BinaryPrimitives.WriteHalfLittleEndian(number, (Half)value);
                rows.AddRange(number);
            }

            (last, count) = (bucket, count + 1);
        }

        WriteCount(bytes, count);
        BinaryPrimitives.WriteHalfLittleEndian(number, (Half)Commonest(table, lanes));
        bytes.AddRange(number);
        bytes.AddRange(rows);
    }

    /// <summary>Rarity of a feature that no text had: it makes a text with much that is unknown less certain.</summary>
    private static float Commonest(ReadOnlySpan<float> table, int lanes)
    {
        var most = 0f;
        for (var at = lanes - 1; at < table.Length; at += lanes)
            most = Math.Max(most, table[at]);
        return most;
    }

    private static float[] ReadTable(ref ReadOnlySpan<byte> bytes, int buckets, int lanes)
    {
        var table = new float[buckets * lanes];
        var count = ReadCount(ref bytes);
        var rarest = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes);
        bytes = bytes[2..];
        for (var at = lanes - 1; at < table.Length; at += lanes)
            table[at] = rarest;
        for (var (row, bucket) = (0, -1); row < count; row++)
        {
            bucket += ReadCount(ref bytes);
            for (var lane = 0; lane < lanes; lane++)
                table[(bucket * lanes) + lane] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(lane * 2)..]);
            bytes = bytes[(lanes * 2)..];
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
