using System.Text.RegularExpressions;

namespace Terjaga.Tests.Rules;

public sealed partial class WayOutRulesTests
{
    /// <summary>The guarded client, and each exception with its reason.</summary>
    private static readonly string[] _mayConnect =
    [
        "src/Terjaga/Common/Http/",
        "src/Terjaga/Evidence/Store/S3Files.cs", // keeps evidence in the one bucket that the operator named
        "src/Terjaga.App/Accounts/SignOn/MinistrySignOnScheme.cs", // asks the one sign-in of a ministry that the operator named
        "src/Terjaga/Common/Mail/ImapBox.cs", // looks into the one mailbox that the operator named
        "src/Terjaga/Common/Mail/MailServer.cs", // speaks SMTP to the one server that the operator named
    ];

    [Fact]
    public void Only_the_guarded_client_opens_a_way_out_of_the_process() => Assert.Empty(
        SourceFile.Read("src", ".cs", ".razor").Where(OpensWayOut)
            .Where(file => !_mayConnect.Any(allowed => file.Path.StartsWith(allowed, StringComparison.Ordinal)))
            .Select(file => file.Path));

    [Fact]
    public void Each_exception_is_still_needed() => Assert.All(_mayConnect, allowed => Assert.Contains(
        SourceFile.Read("src", ".cs"), file => file.Path.StartsWith(allowed, StringComparison.Ordinal) && OpensWayOut(file)));

    [Theory]
    [InlineData("using var client = new HttpClient(handler);")]
    [InlineData("var handler = new SocketsHttpHandler();")]
    [InlineData("var socket = new Socket(type, protocol);")]
    [InlineData("var tcp = new System.Net.Sockets.TcpClient(host, 80);")]
    [InlineData("HttpClient client = new();")]
    [InlineData("services.AddHttpClient(\"x\");")]
    [InlineData("await Dns.GetHostAddressesAsync(host);")]
    [InlineData("using var mail = new SmtpClient();")]
    [InlineData("using var box = new ImapClient();")]
    [InlineData("authentication.AddOpenIdConnect(name, options => { });")]
    [InlineData("using var bucket = new AmazonS3Client(key, secret);")]
    public void A_planted_way_out_is_caught(string code) => Assert.True(OpensWayOut(new("x.cs", code)));

    [Fact]
    public void Words_about_a_way_out_are_none() =>
        Assert.False(OpensWayOut(new("x.cs", "// new HttpClient(handler)\nvar options = new HttpOptions();")));

    private static bool OpensWayOut(SourceFile file) => WayOutPattern().IsMatch(file.Code);

    [GeneratedRegex(
        @"\b(HttpClient|HttpMessageInvoker|SocketsHttpHandler|HttpClientHandler|IHttpClientFactory|AddHttpClient|WebRequest"
        + @"|WebClient|ClientWebSocket|TcpClient|TcpListener|UdpClient|SmtpClient|ImapClient|QuicConnection|AmazonS3Client|AddOpenIdConnect)\b|(?<![\w.])Dns\.|\bnew Socket\b|\bSocket \w+ = new\b")]
    private static partial Regex WayOutPattern();
}
