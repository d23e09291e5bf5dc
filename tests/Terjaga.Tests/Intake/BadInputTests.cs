using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Intake;

namespace Terjaga.Tests.Intake;

/// <summary>What strangers send to the form and to the call: each gets a sentence and a code, and changes nothing.</summary>
public sealed class BadInputTests(WholeDesk shared)
{
    private static readonly byte[] _pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static TheoryData<string, int, string> BadCalls => new()
    {
        { "", 400, "request.malformed" },
        { "{", 400, "request.malformed" },
        { "null", 400, "request.malformed" },
        { "[]", 400, "request.malformed" },
        { """{"text":5}""", 400, "request.malformed" },
        { """{"text":{"a":1}}""", 400, "request.malformed" },
        { """{"link":["https://a.example"]}""", 400, "request.malformed" },
        { """{"text":"\ud800"}""", 400, "request.malformed" },
        { "{}", 422, "report.empty" },
        { """{"text":"","link":" ","contact":"0812"}""", 422, "report.empty" },
        { """{"text":"a\u0000b"}""", 422, "text.invalid" },
        { """{"link":"javascript:alert(1)"}""", 422, "link.invalid" },
        { """{"link":"file:///etc/passwd"}""", 422, "link.invalid" },
        { """{"link":"https://[::1]/x"}""", 422, "link.not-public" },
        { """{"link":"http://0x7f.1/"}""", 422, "link.not-public" },
        { """{"link":"http://169.254.169.254/latest/meta-data"}""", 422, "link.not-public" },
        { """{"link":"https://printer.local/x"}""", 422, "link.not-public" },
        { """{"link":"https://a b.example"}""", 422, "link.invalid" },
        { """{"text":"x","channel":"<script>"}""", 422, "channel.invalid" },
        { """{"text":"x","contact":"a\nb"}""", 422, "contact.invalid" },
        { $$"""{"text":"{{string.Concat(Enumerable.Repeat("https://a.example/ ", 10_000))}}"}""", 422, "text.too-long" },
        { $$"""{"text":"{{new string('a', 300_000)}}"}""", 413, "request.too-large" },
        { new string('[', 100_000), 400, "request.malformed" },
    };

    [Theory, MemberData(nameof(BadCalls))]
    public async Task A_call_that_cannot_be_taken_gets_its_code_and_changes_nothing(string body, int status, string code)
    {
        var before = await CountAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await shared.Desk.SendAsync(HttpMethod.Post, "/api/reports", content, "Accept-Language: en");

        Assert.Equal(status, (int)response.StatusCode);
        using var problem = JsonDocument.Parse(await ReadAsync(response));
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
        Assert.True(problem.RootElement.GetProperty("detail").GetString()!.Length > 20);
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("tautan", "bukan tautan", "alamat web")]
    [InlineData("tautan", "http://10.0.0.1/", "tidak bisa dibuka orang lain")]
    [InlineData("tulisan", "a\0b", "tanda yang tidak bisa dibaca")]
    [InlineData("kontak", "a\u0007b", "Kontak ini berisi tanda")]
    [InlineData("tulisan", "", "paling sedikit satu")]
    public async Task A_form_that_cannot_be_taken_is_shown_again_with_a_sentence_and_with_what_was_typed(
        string field, string value, string sentence)
    {
        var before = await CountAsync();
        using var form = new MultipartFormDataContent { { new StringContent(value), field }, { new StringContent("<b>saya</b>"), "kontak" } };

        using var response = await shared.Desk.SendAsync(HttpMethod.Post, "/lapor", form);

        var page = WebUtility.HtmlDecode(await ReadAsync(response));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>saya</b>", await ReadAsync(response), StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("/lapor", "foto")]
    [InlineData("/api/reports", "files")]
    public async Task A_picture_that_is_too_large_or_none_or_one_of_too_many_is_refused_with_a_sentence(string path, string field)
    {
        var before = await CountAsync();

        using var huge = await SendPicturesAsync(path, field, [.. _pixel, .. new byte[30 * 1024 * 1024]]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.StatusCode);
        Assert.Contains("8 MB", await ReadAsync(huge), StringComparison.Ordinal);
        using var none = await SendPicturesAsync(path, field, Encoding.ASCII.GetBytes("<script>alert(1)</script>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Contains("bukan gambar", await ReadAsync(none), StringComparison.Ordinal);
        using var many = await SendPicturesAsync(path, field, [.. Enumerable.Repeat(_pixel, 11)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, many.StatusCode);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task A_second_tap_on_the_button_shows_the_same_receipt_and_stores_nothing()
    {
        var before = await CountAsync();

        var receipts = new HashSet<string>();
        for (var tap = 0; tap < 2; tap++)
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent("0000-TAP-" + before), "kunci" },
                { new StringContent("Lowongan kerja Kamboja, dua kali dikirim"), "tulisan" },
                { new ByteArrayContent(_pixel), "foto", "layar.png" },
            };
            using var response = await shared.Desk.SendAsync(HttpMethod.Post, "/lapor", form);
            receipts.Add((await ReadAsync(response)).Split("id=\"tanda-terima\">")[1].Split('<')[0]);
        }

        Assert.NotNull(Receipt.Parse(Assert.Single(receipts)));
        Assert.Equal(before + 1, await CountAsync());
    }

    [Theory]
    [InlineData("0123-4567-89AB-CDEF-GHJK-MNPQ")]
    [InlineData("x")]
    [InlineData("%20")]
    [InlineData("..%2f..%2fetc")]
    public async Task A_wrong_receipt_and_one_that_is_none_get_the_same_answer(string receipt)
    {
        using var response = await shared.Desk.GetAsync("/api/reports/" + receipt);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        using var problem = JsonDocument.Parse(await ReadAsync(response));
        Assert.Equal("receipt.unknown", problem.RootElement.GetProperty("code").GetString());
    }

    private Task<HttpResponseMessage> SendPicturesAsync(string path, string field, params byte[][] pictures)
    {
        var form = new MultipartFormDataContent();
        foreach (var picture in pictures)
        {
            var part = new ByteArrayContent(picture);
            part.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            form.Add(part, field, "layar.png");
        }

        return shared.Desk.SendAsync(HttpMethod.Post, path, form);
    }

    private async Task<int> CountAsync()
    {
        await using var scope = shared.Desk.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TerjagaDb>().Reports.CountAsync(TestContext.Current.CancellationToken);
    }

    private static Task<string> ReadAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
