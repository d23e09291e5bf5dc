using System.Globalization;
using System.Text;

namespace Terjaga.Evidence.Archive;

/// <summary>Request and response as HTTP/1.1 writes them, whatever the wire spoke.</summary>
internal static class HttpBlock
{
    /// <summary>Before the name of a header that is true of the wire and not of the body that is kept, as other archivers write it.</summary>
    private const string OriginalPrefix = "X-Archive-Orig-";

    private static readonly string[] _aboutTheWay = ["Content-Encoding", "Transfer-Encoding", "Content-Length"];

    public static byte[] Request(WarcExchange exchange)
    {
        using var block = new MemoryStream();
        var target = Uri.TryCreate(exchange.Address, UriKind.Absolute, out var address) ? address.PathAndQuery : "/";
        Line(block, $"{SafeText.Token(exchange.Method)} {SafeText.Address(target)} HTTP/1.1");
        if (address is not null && !exchange.RequestHeaders.Any(header => header.Key.Equals("Host", StringComparison.OrdinalIgnoreCase)))
            Header(block, "Host", address.Authority);
        foreach (var (name, value) in exchange.RequestHeaders)
            Header(block, name, value);
        block.Write("\r\n"u8);
        return block.ToArray();
    }

    /// <summary>Status and headers with the empty line; the length is that of the body which is kept.</summary>
    public static byte[] ResponseHead(WarcExchange exchange)
    {
        using var block = new MemoryStream();
        Line(block, string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {exchange.StatusCode:D3} {SafeText.Value(exchange.Reason)}"));
        foreach (var (name, value) in exchange.ResponseHeaders)
        {
            var isAboutTheWay = _aboutTheWay.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase);
            Header(block, isAboutTheWay ? OriginalPrefix + name.Trim() : name, value);
        }

        Header(block, "Content-Length", exchange.Body.Length.ToString(CultureInfo.InvariantCulture));
        block.Write("\r\n"u8);
        return block.ToArray();
    }

    private static void Header(MemoryStream block, string name, string value)
    {
        block.Write(Encoding.ASCII.GetBytes(SafeText.Token(name)));
        block.Write(": "u8);
        block.Write(SafeText.HttpValue(value));
        block.Write("\r\n"u8);
    }

    private static void Line(MemoryStream block, string text)
    {
        block.Write(SafeText.HttpValue(text));
        block.Write("\r\n"u8);
    }
}
