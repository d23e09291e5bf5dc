using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Terjaga.Accounts;
using Terjaga.App.Takedown.Replies;
using Terjaga.Takedown;
using Terjaga.Takedown.Replies;

namespace Terjaga.Tests.Takedown.Replies;

public sealed class RepliesPartTests(ScratchPostgres postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("id", "Jawaban", "Katanya sudah dihapus")]
    [InlineData("en", "Answer", "Says it is removed")]
    public async Task A_case_shows_its_mails_as_plain_text_behind_a_fold(string language, string kind, string said)
    {
        await using var sent = await MailedOrder.SendAsync("sqlite", postgres);
        var mail = MailedOrder.Answer(sent.ReplyTo, "<p>Sudah kami hapus.</p><script>alert(1)</script>&lt;b&gt;", more: "Content-Type: text/html\r\n");
        Expect.Value(await sent.Desk.RunAsync<TakeInMail, Result<TakeInMail.Taken>>(take => take.RunAsync(Encoding.UTF8.GetBytes(mail), Stop)));

        var page = await ShowAsync(sent, language);

        var card = page.QuerySelector("#jawaban article")!;
        Assert.Equal([kind, said], card.QuerySelectorAll(".badge").Select(badge => badge.TextContent));
        Assert.Contains("situs.example", card.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("abuse@", card.TextContent, StringComparison.Ordinal);
        Assert.Equal("Sudah kami hapus.\n<b>", card.QuerySelector("details .said")!.TextContent.Trim());
        Assert.Null(card.QuerySelector("script, b, .said p"));
    }

    [Fact]
    public async Task A_bounce_leads_to_the_next_contact()
    {
        await using var sent = await MailedOrder.SendAsync("sqlite", postgres);
        Expect.Value(await sent.Desk.RunAsync<TakeInMail, Result<TakeInMail.Taken>>(take => take.RunAsync(Encoding.UTF8.GetBytes(sent.Bounce(sent.ReplyTo)), Stop)));

        var page = await ShowAsync(sent, "id");

        Assert.Contains("alamat tidak ada", page.QuerySelector("#jawaban")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#jawaban a[href='/meja/penerima']"));
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> ShowAsync(MailedOrder sent, string language)
    {
        await using var scope = sent.Desk.Services.CreateAsyncScope();
        var by = TestDesk.As(Role.KomdigiOfficer);
        var id = scope.ServiceProvider.GetRequiredService<TerjagaDb>().Orders.Select(o => o.CaseFileId).Single();
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(RepliesPart.Replies)] = await scope.ServiceProvider.GetRequiredService<ReadReplies>().RunAsync(by, id, Stop),
            [nameof(RepliesPart.Orders)] = await scope.ServiceProvider.GetRequiredService<ReadOrders>().RunAsync(by, id, Stop),
        });
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<RepliesPart>(parameters)).ToHtmlString());
        return await new HtmlParser().ParseDocumentAsync(html, Stop);
    }
}
