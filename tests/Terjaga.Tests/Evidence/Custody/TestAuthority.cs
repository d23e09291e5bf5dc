using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Terjaga.Tests.Evidence.Custody;

/// <summary>A time-stamp authority of a test: <c>openssl ts</c> behind a small server on loopback.</summary>
internal sealed class TestAuthority : IAsyncDisposable
{
    private const string Config =
        """
        [tsa]
        default_tsa = t
        [t]
        dir = .
        serial = ./serial
        crypto_device = builtin
        signer_cert = ./tsa.pem
        certs = ./ca.pem
        signer_key = ./tsa.key
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256
        accuracy = secs:1
        ess_cert_id_chain = no
        ess_cert_id_alg = sha256
        """;

    private readonly WebApplication _app;

    private TestAuthority(WebApplication app) => _app = app;

    public TemporaryFolder Folder { get; } = new();

    /// <summary>What to do with a question before it is answered, or instead.</summary>
    public string Fault { get; set; } = "";

    public int Asked { get; private set; }

    public Dictionary<string, string?> Settings => new()
    {
        ["Http:Hosts:0"] = $"cap.example 127.0.0.1 {new Uri(_app.Urls.First()).Port}",
        ["Evidence:StampAuthority"] = "http://cap.example/tsr",
    };

    public static async Task<TestAuthority> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var authority = new TestAuthority(app);
        await authority.MakeCertificatesAsync();
        app.Run(authority.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return authority;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Folder.Dispose();
    }

    private async Task MakeCertificatesAsync()
    {
        var folder = Folder.Path;
        await File.WriteAllTextAsync(Path.Combine(folder, "tsa.cnf"), Config + "\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "serial"), "01\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "ext"), "extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n");
        string[] key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
        await OpenSsl.RunAsync(folder, ["req", "-x509", .. key, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Test CA", "-days", "30"]);
        await OpenSsl.RunAsync(folder, ["req", .. key, "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Test TSA"]);
        await OpenSsl.RunAsync(
            folder, "x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "tsa.pem", "-days", "30", "-extfile", "ext");
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Asked++;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        Assert.Equal("application/timestamp-query", context.Request.ContentType);
        if (Fault == "status")
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        context.Response.ContentType = "application/timestamp-reply";
        await context.Response.Body.WriteAsync(await ReplyAsync(body.ToArray()), context.RequestAborted);
    }

    private async Task<byte[]> ReplyAsync(byte[] question)
    {
        if (Fault == "garbage")
            return "no time stamp"u8.ToArray();
        await File.WriteAllBytesAsync(Path.Combine(Folder.Path, "q"), Change(question));
        await OpenSsl.TryAsync(Folder.Path, "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "q", "-out", "a");
        var answer = await File.ReadAllBytesAsync(Path.Combine(Folder.Path, "a"));
        if (Fault == "signature")
            answer[^1] ^= 1;
        return Fault == "trailing" ? [.. answer, 0] : answer;
    }

    private byte[] Change(byte[] question)
    {
        Assert.True(Rfc3161TimestampRequest.TryDecode(question, out var asked, out _));
        var hash = Fault == "hash" ? SHA256.HashData("another head"u8) : asked.GetMessageHash().ToArray();
        var nonce = Fault == "nonce" ? new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 } : asked.GetNonce();
        return Fault switch
        {
            "hash" or "nonce" => Rfc3161TimestampRequest.CreateFromHash(hash, HashAlgorithmName.SHA256, nonce: nonce, requestSignerCertificates: true).Encode(),
            // An algorithm that it does not take is answered by a refusal.
            "refused" => Rfc3161TimestampRequest.CreateFromData("x"u8.ToArray(), HashAlgorithmName.SHA512, nonce: nonce).Encode(),
            _ => question,
        };
    }
}
