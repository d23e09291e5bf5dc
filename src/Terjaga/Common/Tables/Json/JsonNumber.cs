using System.Globalization;
using System.Text;

namespace Terjaga.Common.Tables.Json;

/// <summary>A number of JSON as a person writes it.</summary>
internal static class JsonNumber
{
    /// <summary>As it stands; without exponent where a decimal can hold it.</summary>
    public static string Text(ReadOnlySpan<byte> number) =>
        number.IndexOfAny((byte)'e', (byte)'E') >= 0
        && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value.ToString("0.#############################", CultureInfo.InvariantCulture)
            : Encoding.ASCII.GetString(number);
}
