using System.Text;

namespace Terjaga.Common.Tables.Csv;

/// <summary>Tells how the text of a file is written in bytes.</summary>
internal static class CsvEncoding
{
    private const int ChunkBytes = 128 * 1024;

    /// <summary>What Excel writes on Windows in the West where it is not told otherwise.</summary>
    private static readonly Encoding _windows = CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;

    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>UTF-8 if every byte of the file fits, else Windows-1252; for a file without a mark of order.</summary>
    public static Encoding Of(Stream file)
    {
        var (bytes, characters) = (new byte[ChunkBytes], new char[ChunkBytes]);
        var decoder = _strict.GetDecoder();
        file.Position = 0;
        try
        {
            while (true)
            {
                var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
                decoder.GetChars(bytes.AsSpan(0, read), characters, flush: read < bytes.Length);
                if (read < bytes.Length)
                    return Encoding.UTF8;
            }
        }
        catch (DecoderFallbackException)
        {
            return _windows;
        }
    }

    /// <summary>The text from the beginning; a mark of order (UTF-8, UTF-16) goes before the encoding.</summary>
    public static StreamReader Read(Stream file, Encoding encoding)
    {
        file.Position = 0;
        return new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, ChunkBytes, leaveOpen: true);
    }
}
