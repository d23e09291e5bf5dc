using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Takedown;
using Terjaga.Takedown.Answers;
using Terjaga.Takedown.Notices;
using Terjaga.Tests.Casework;
using Terjaga.Tests.Takedown.Notices;

namespace Terjaga.Tests.Takedown.Answers;

/// <summary>A desk with a case whose letter waits for its recipient, by a channel that no machine sends through.</summary>
internal sealed class PulledOrders : IAsyncDisposable
{
    private readonly TestSite _site;

    private PulledOrders(TestSite site, TestDesk desk) => (_site, Desk) = (site, desk);

    public TestDesk Desk { get; }

    public Guid CaseId { get; private set; }

    public Guid RecipientId { get; private set; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="places">Of the recipient.</param>
    /// <param name="beforeSending">After the signature; null for nothing.</param>
    public static async Task<PulledOrders> OpenAsync(
        string database, ScratchPostgres postgres, RecipientChannel channel, int places, Action<TestSite>? beforeSending = null)
    {
        var site = await TestSite.StartAsync();
        var pulled = new PulledOrders(site, await TestDesk.OpenAsync(database, postgres, site.TwoHosts));
        var desk = pulled.Desk;
        pulled.CaseId = await DispatchTests.HandedOverAsync(desk, site);
        if (places > 1)
            await DispatchTests.PlantAsync(desk, pulled.CaseId, places);
        pulled.RecipientId = await pulled.RecipientAsync("Penerima", places > 1 ? CaseWalk.OtherHost : TestSite.Host, channel);
        Expect.Value(await desk.DraftAsync(pulled.CaseId, pulled.RecipientId));
        Expect.Value(await desk.SignAsync(pulled.CaseId));
        beforeSending?.Invoke(site);
        await desk.WorkAsync();
        return pulled;
    }

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        await _site.DisposeAsync();
    }

    public async Task<Guid> RecipientAsync(string name, string host, RecipientChannel channel)
    {
        var address = channel == RecipientChannel.Letter ? $"Jalan Rekaan 1, {host}" : $"https://{host}/formulir";
        var id = Expect.Value(await Desk.RunAsync<SaveRecipient, Result<SaveRecipient.Saved>>(save => save.RunAsync(
            new(TestDesk.As(Role.KomdigiOfficer), name, host, channel, address, null, false, "uji"), Stop))).Id;
        Expect.Value(await SwitchRecipientTests.SwitchAsync(Desk, TestDesk.As(Role.Administrator), id, isEnabled: true));
        return id;
    }

    public Task<Dispatch> LetterAsync() => Desk.ReadAsync(db => db.Dispatches.AsNoTracking().OrderBy(d => d.Id).FirstAsync(Stop));

    public async Task<Result<ReadOwnLetters.Row>> OpenLetterAsync(Guid recipientId)
    {
        var letter = (await LetterAsync()).Id;
        return await Desk.RunAsync<ReadOwnLetters, Result<ReadOwnLetters.Row>>(read => read.OpenAsync(recipientId, letter, Stop));
    }

    public Task<Result<AnswerOrders.Answered>> AnswerAsync(Guid recipientId, params AnswerOrders.Row[] rows) =>
        Desk.RunAsync<AnswerOrders, Result<AnswerOrders.Answered>>(answer => answer.RunAsync(recipientId, rows, Stop));

    public Task<Result<Done>> ObjectAsync(Guid recipientId, Guid order, string? reason) =>
        Desk.RunAsync<ObjectToOrder, Result<Done>>(objection => objection.RunAsync(recipientId, order, reason, Stop));

    public Task<int> CountAsync(string kind) => Desk.ReadAsync(db => db.Events.CountAsync(e => e.Kind == kind, Stop));

    public Task<int> WorkAsync(string kind) => Desk.ReadAsync(db => db.Work.CountAsync(w => w.Kind == kind, Stop));
}
