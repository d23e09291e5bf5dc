using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Terjaga.Takedown.Recipients.Finding;

namespace Terjaga.Tests.Takedown.Recipients.Finding;

/// <summary>RDAP servers, sites with a security.txt and IANA on loopback, each under its own name; they speak the published protocols.</summary>
internal sealed class ContactServers : IAsyncDisposable
{
    /// <summary>A site with the offer, the servers that know it, and a shortener.</summary>
    public const string Site = TestSite.Host, Registry = "rdap.example", Network = "net.example", Iana = "data.iana.org", Shortener = "s.id", Shared = "blogspot.com";

    private static readonly string[] _names = [Site, "toko." + Shared, Registry, Network, Iana, Shortener, Shared];

    private readonly WebApplication _app;

    private ContactServers(WebApplication app) => _app = app;

    /// <summary>What is answered to a host and a path; everything else is 404.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, Task>> Answers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Host and path of each request, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public Dictionary<string, string?> Settings => _names.Index().ToDictionary(
        name => $"Http:Hosts:{name.Index}", name => (string?)string.Create(CultureInfo.InvariantCulture, $"{name.Item} 127.0.0.1 {new Uri(_app.Urls.First()).Port}"));

    public static async Task<ContactServers> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var servers = new ContactServers(app);
        app.Run(servers.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        servers.Says($"{Site}/a", "text/html", "<p>Lowongan kerja Kamboja</p>");
        return servers;
    }

    public ContactServers Says(string where, string mediaType, string body, int status = 200, params KeyValuePair<string, string>[] headers)
    {
        Answers[where] = async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = mediaType;
            foreach (var (name, value) in headers)
                context.Response.Headers[name] = value;
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), context.RequestAborted);
        };
        return this;
    }

    /// <summary>A registrar and a network that know the site.</summary>
    public ContactServers KnowSite() => this
        .Says($"{Registry}/domain/{Site}", "application/rdap+json", Domain(Site, "abuse@registrar.example"))
        .Says($"{Network}/ip/127.0.0.1", "application/rdap+json", NetworkAnswer("HOSTED-NET", "abuse@host.example"));

    /// <summary>The registries of IANA as a desk of a test has them.</summary>
    public static Task<int> BootstrapAsync(TestDesk desk) => desk.ReadAsync(BootstrapAsync);

    public static async Task<int> BootstrapAsync(TerjagaDb db)
    {
        var at = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
        db.Bootstraps.AddRange(
            new StoredBootstrap { Kind = BootstrapKind.Dns, Publication = at, FetchedAt = at, Body = Bytes(BootstrapText("\"example\"", $"https://{Registry}/", at)) },
            new StoredBootstrap { Kind = BootstrapKind.Ipv4, Publication = at, FetchedAt = at, Body = Bytes(BootstrapText("\"127.0.0.0/8\"", $"https://{Network}/", at)) });
        return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public static string BootstrapText(string key, string server, DateTimeOffset publication) =>
        $$"""{"version":"1.0","publication":"{{publication:yyyy-MM-dd'T'HH:mm:ss'Z'}}","services":[[[{{key}}],["http://plain.example/","{{server}}"]]]}""";

    /// <remarks>As RFC 9083 section 5.3 shows it, with the registrar's contact within the registrar, and the registrant's own card beside it.</remarks>
    public static string Domain(string name, string mail) => $$"""
        {"objectClassName":"domain","ldhName":"{{name.ToUpperInvariant()}}","entities":[
          {"objectClassName":"entity","roles":["registrant"],"vcardArray":["vcard",[["version",{},"text","4.0"],["fn",{},"text","Pemasang"],["email",{},"text","saya@offer.example"]]]},
          {"objectClassName":"entity","roles":["registrar"],"vcardArray":["vcard",[["version",{},"text","4.0"],["fn",{},"text","Registrar Rekaan"]]],
           "entities":[{"objectClassName":"entity","roles":["abuse"],"vcardArray":["vcard",[["version",{},"text","4.0"],["fn",{},"text","Abuse"],["email",{"type":"work"},"text","{{mail}}"]]]}]}]}
        """;

    /// <remarks>As RFC 9083 section 5.4 shows it; ARIN has the contact within the holder.</remarks>
    public static string NetworkAnswer(string name, string mail) => $$"""
        {"objectClassName":"ip network","startAddress":"127.0.0.0","endAddress":"127.255.255.255","name":"{{name}}","entities":[
          {"objectClassName":"entity","roles":["registrant"],"entities":[{"objectClassName":"entity","roles":["abuse"],
           "vcardArray":["vcard",[["version",{},"text","4.0"],["fn",{},"text","Jaringan Rekaan"],["email",{},"text","{{mail}}"]]]}]}]}
        """;

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var where = $"{context.Request.Host.Host}{context.Request.Path}";
        Asked.Enqueue(where);
        if (Answers.TryGetValue(where, out var answer))
            await answer(context);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
