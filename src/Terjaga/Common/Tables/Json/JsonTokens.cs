using System.Text.Json;

namespace Terjaga.Common.Tables.Json;

/// <summary>The tokens of a JSON text, one after the other; no more of it is in memory than the longest.</summary>
internal sealed class JsonTokens
{
    private const int FirstBufferBytes = 32 * 1024;

    private readonly Stream _file;
    private byte[] _buffer = new byte[FirstBufferBytes];
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = TableLimits.Depth });
    private int _start, _end;
    private bool _isWhole;

    public JsonTokens(Stream file)
    {
        (_file, file.Position) = (file, 0);
        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            _start = 3;
    }

    public JsonTokenType Type { get; private set; }

    /// <summary>Levels around the token; the same for the begin and the end of an array or object.</summary>
    public int Depth { get; private set; }

    /// <summary>A name, text or number as it stands; null for any other token, and for a text that is no Unicode.</summary>
    public string? Text { get; private set; }

    /// <summary>False at the end of a whole text. Throws <see cref="JsonException"/>.</summary>
    public bool Next()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isWhole, _state);
            var found = reader.Read();
            _start += (int)reader.BytesConsumed;
            _state = reader.CurrentState;
            if (found)
            {
                (Type, Depth, Text) = (reader.TokenType, reader.CurrentDepth, TextOf(ref reader));
                return true;
            }

            if (_isWhole)
                return false;
            Fill();
        }
    }

    /// <summary>The next token, where the text cannot end. Throws <see cref="JsonException"/>.</summary>
    public JsonTokenType Take() => Next() ? Type : throw new JsonException();

    /// <summary>From the begin of an array or object to its end; of any other token, nothing.</summary>
    public void Skip()
    {
        if (Type is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
            return;
        var depth = Depth;
        do
            Take();
        while (Depth > depth);
    }

    private static string? TextOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return JsonNumber.Text(reader.ValueSpan);
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            return null;
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // Bytes that are no UTF-8, or half a surrogate pair.
            return null;
        }
    }

    private void Fill()
    {
        var rest = _end - _start;
        if (rest > TableLimits.PieceSize)
            throw new JsonException();
        var next = rest > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        Buffer.BlockCopy(_buffer, _start, next, 0, rest);
        (_buffer, _start, _end) = (next, 0, rest);
        var read = _file.Read(_buffer, _end, _buffer.Length - _end);
        _isWhole = read == 0;
        _end += read;
    }
}
