using System.Security.Cryptography;
using System.Text;

namespace Terjaga.Privacy;

/// <summary>
/// The one secret of a desk, 256 bits from a file; each purpose has a key of its own, drawn from it.
/// Whoever has the database and not this key can open no contact and test no receipt.
/// </summary>
public sealed class DeskKey
{
    /// <summary>Length of the secret and of every key drawn from it, in bytes.</summary>
    public const int LengthBytes = 32;

    private readonly byte[] _secret;

    private DeskKey(byte[] secret) => _secret = secret;

    /// <summary>
    /// Reads the key file, or makes it when <paramref name="mayCreate"/>; it is 64 hexadecimal digits, readable by its
    /// owner only. Throws <see cref="DeskKeyException"/> if it is missing or damaged.
    /// </summary>
    public static DeskKey Load(string file, bool mayCreate)
    {
        if (!File.Exists(file))
        {
            if (!mayCreate)
                throw new DeskKeyException($"The key file {file} is missing. Without it nothing that is sealed can be opened; put it back.");
            Create(file);
        }

        try
        {
            var secret = Convert.FromHexString(File.ReadAllText(file).Trim());
            return secret.Length == LengthBytes ? new DeskKey(secret) : throw Damaged(file);
        }
        catch (FormatException)
        {
            throw Damaged(file);
        }
    }

    /// <summary>The key for one purpose; different purposes tell nothing of each other.</summary>
    /// <remarks>HKDF with SHA-256, RFC 5869.</remarks>
    public byte[] For(string purpose) => HKDF.Expand(
        HashAlgorithmName.SHA256, _secret, LengthBytes, Encoding.UTF8.GetBytes("terjaga/" + purpose));

    private static void Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        stream.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(LengthBytes))));
        stream.Flush(flushToDisk: true);
    }

    private static DeskKeyException Damaged(string file) =>
        new($"The key file {file} is damaged: it must hold {LengthBytes * 2} hexadecimal digits. Put the right one back.");
}
