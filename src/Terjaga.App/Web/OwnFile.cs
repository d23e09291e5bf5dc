using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Terjaga.App.Web;

/// <summary>A file that goes with the pages; its address is made of its content, so that a browser may keep it for ever.</summary>
internal sealed class OwnFile(string path, byte[] content, string type)
{
    private const string Forever = "public, max-age=31536000, immutable";

    /// <summary>Hexadecimal digits of a hash that tell one content from another.</summary>
    private const int HashLength = 12;

    public string Path { get; } = path;

    public string Address { get; } = $"{path}?v={Hash(content)}";

    /// <summary>What was built into the executable under a name.</summary>
    public static byte[] Read(string name)
    {
        using var stream = typeof(OwnFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The executable was built without {name}.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..HashLength];

    public FileContentHttpResult Serve(HttpResponse response)
    {
        response.Headers.CacheControl = Forever;
        return TypedResults.Bytes(content, type);
    }
}
