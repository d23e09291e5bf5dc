namespace Terjaga.Common.Tables.Xlsx;

/// <summary>Text of XML in which a tag begins at least once in <see cref="TableLimits.PieceSize"/> characters.</summary>
/// <remarks>
/// The framework's reader holds a tag with its attributes in memory; inside of it no &lt; can stand, so that this bounds it.
/// </remarks>
internal sealed class TagLimit(TextReader text) : TextReader
{
    private int _sinceTag;

    public override int Peek() => text.Peek();

    public override int Read()
    {
        var character = text.Read();
        Count(character < 0 ? [] : [(char)character]);
        return character;
    }

    public override int Read(char[] buffer, int index, int count)
    {
        var read = text.Read(buffer, index, count);
        Count(buffer.AsSpan(index, read));
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            text.Dispose();
        base.Dispose(disposing);
    }

    private void Count(ReadOnlySpan<char> read)
    {
        var tag = read.LastIndexOf('<');
        _sinceTag = tag < 0 ? _sinceTag + read.Length : read.Length - tag;
        if (_sinceTag > TableLimits.PieceSize)
            throw new InvalidDataException("A tag is too long.");
    }
}
