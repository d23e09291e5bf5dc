using System.Security.Cryptography;

namespace Terjaga.Common.Files;

/// <summary>Keeps bytes in a folder under their own SHA-256: the same bytes once, and never changed.</summary>
public sealed class FileStore(string root)
{
    /// <summary>Stores the bytes, on the disk before it returns. Gives their SHA-256 in lower-case hexadecimal.</summary>
    public async Task<string> SaveAsync(byte[] content, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        var file = PathOf(sha256);
        if (File.Exists(file))
            return sha256;

        var folder = Directory.CreateDirectory(Path.GetDirectoryName(file)!).FullName;
        var draft = Path.Combine(folder, Path.GetRandomFileName());
        using (var handle = File.OpenHandle(draft, FileMode.CreateNew, FileAccess.Write))
        {
            await RandomAccess.WriteAsync(handle, content, 0, cancellationToken);
            RandomAccess.FlushToDisk(handle);
        }

        // Whole or not at all; a second writer of the same bytes puts the same file there.
        File.Move(draft, file, overwrite: true);
        return sha256;
    }

    /// <summary>The bytes; null if they are not there or are more than <paramref name="maxBytes"/>.</summary>
    public async Task<byte[]?> ReadAsync(string sha256, int maxBytes, CancellationToken cancellationToken)
    {
        var file = new FileInfo(PathOf(sha256));
        return file.Exists && file.Length <= maxBytes
            ? await File.ReadAllBytesAsync(file.FullName, cancellationToken)
            : null;
    }

    /// <remarks>A name that is no hash never becomes a path.</remarks>
    private string PathOf(string sha256) => sha256.Length == SHA256.HashSizeInBytes * 2 && sha256.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(root, sha256[..2], sha256[2..])
        : throw new ArgumentException("Not a SHA-256 in lower-case hexadecimal.", nameof(sha256));
}
