using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Terjaga.EndToEnd;

/// <summary>
/// The outside world of a rehearsal: a site that hosts each text at its own address, takes notices as signed calls
/// (Standard Webhooks) and as mail (SMTP), and then removes, refuses, or is silent.
/// </summary>
internal sealed class Platform : IAsyncDisposable
{
    /// <summary>Name of the site that is told by signed calls, and of the one that is told by mail.</summary>
    public const string CallHost = "panggil.example", MailHost = "surat.example";

    public const string MailAddress = "abuse@surat.example";

    private readonly ConcurrentDictionary<string, int> _deliveries = new();
    private readonly ConcurrentDictionary<string, int> _told = new();
    private readonly ConcurrentDictionary<int, bool> _removed = new();
    private readonly WebApplication _site;
    private readonly SmtpServer.SmtpServer _mail;
    private readonly CancellationTokenSource _stop = new();
    private readonly IReadOnlyList<string> _texts;
    private readonly DeskClient _desk;
    private Task _mailing = Task.CompletedTask;

    public Platform(IReadOnlyList<string> texts, Uri desk)
    {
        (_texts, _desk) = (texts, new DeskClient(desk));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{SitePort}"));
        _site = builder.Build();
        _site.MapGet("/p/{number:int}", Show);
        _site.MapPost("/hooks", TakeCallAsync);

        var services = new ServiceCollection().AddSingleton<IMessageStore>(new Inbox(this)).BuildServiceProvider();
        _mail = new SmtpServer.SmtpServer(
            new SmtpServerOptionsBuilder().ServerName("surat.example").Endpoint(e => e.Port(MailPort)).Build(), services);
    }

    /// <summary>What becomes of an ordered text.</summary>
    public enum Manner
    {
        Removes,
        Refuses,
        IsSilent,
    }

    public int SitePort { get; } = DeskProcess.FreePort();

    public int MailPort { get; } = DeskProcess.FreePort();

    public string Secret { get; } = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>How often each notice came, by the identity that it carries.</summary>
    public IReadOnlyDictionary<string, int> Deliveries => _deliveries;

    /// <summary>How many different letters named each order.</summary>
    public IReadOnlyDictionary<string, int> Told => _told;

    /// <summary>Calls whose signature was wrong.</summary>
    public int Forged { get; private set; }

    public static string AddressOf(int number) => string.Create(
        CultureInfo.InvariantCulture, $"http://{(number % 3 == 0 ? MailHost : CallHost)}/p/{number}");

    /// <summary>Six of eight remove, one refuses, one says nothing; fixed by the number, so that a test can foresee it.</summary>
    public static Manner MannerOf(int number) => (number % 8) switch
    {
        3 => Manner.Refuses,
        6 => Manner.IsSilent,
        _ => Manner.Removes,
    };

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _site.StartAsync(cancellationToken);
        _mailing = _mail.StartAsync(_stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _mailing;
        await _site.DisposeAsync();
        _desk.Dispose();
        _stop.Dispose();
    }

    private IResult Show(int number) => _removed.ContainsKey(number) || number >= _texts.Count
        ? Results.StatusCode(StatusCodes.Status410Gone)
        : Results.Content(
            $"<!doctype html><title>Lowongan</title><p>{System.Net.WebUtility.HtmlEncode(_texts[number])}</p>", "text/html; charset=utf-8");

    private async Task<IResult> TakeCallAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer);
        var body = buffer.ToArray();
        string id = request.Headers["webhook-id"]!, at = request.Headers["webhook-timestamp"]!;
        var key = Convert.FromBase64String(Secret["whsec_".Length..]);
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{at}."), .. body]));
        if (request.Headers["webhook-signature"] != expected)
        {
            Forged++;
            return Results.Unauthorized();
        }

        Take(id, JsonNode.Parse(body)!);
        return Results.NoContent();
    }

    /// <summary>The same notice again is known by its identity and changes nothing, as Standard Webhooks asks of a receiver.</summary>
    private void Take(string id, JsonNode notice)
    {
        if (_deliveries.AddOrUpdate(id, 1, (_, times) => times + 1) == 1)
        {
            foreach (var order in notice["orders"]!.AsArray())
            {
                _told.AddOrUpdate((string)order!["order"]!, 1, (_, times) => times + 1);
                _ = ActAsync(order);
            }
        }
    }

    private async Task ActAsync(JsonNode order)
    {
        var number = int.Parse(new Uri((string)order["url"]!).Segments[^1], CultureInfo.InvariantCulture);
        var manner = MannerOf(number);
        if (manner == Manner.IsSilent)
            return;

        await Task.Delay(300 + (number % 700), _stop.Token);
        if (manner == Manner.Removes)
            _removed[number] = true;
        var answer = $"/api/answers/{new Uri((string)order["answer"]!).Segments[^1]}";
        object said = manner == Manner.Removes
            ? new { Status = "removed" }
            : new { Status = "refused", Reason = "The poster showed us a permit." };
        await _desk.PostAsync(answer, said, _stop.Token);
    }

    private sealed class Inbox(Platform platform) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, System.Buffers.ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var stream = new MemoryStream(System.Buffers.BuffersExtensions.ToArray(buffer));
            var message = await MimeMessage.LoadAsync(stream, cancellationToken);
            var part = message.Attachments.OfType<MimePart>().Single(p => p.FileName == "order.json");
            using var json = new MemoryStream();
            await part.Content!.DecodeToAsync(json, cancellationToken);
            platform.Take(message.MessageId!.Split('@')[0]["dispatch-".Length..], JsonNode.Parse(json.ToArray())!);
            return SmtpResponse.Ok;
        }
    }
}
