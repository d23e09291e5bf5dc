using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.Evidence.Store;
using Terjaga.Intake;
using Terjaga.Tests.Evidence;
using Terjaga.Tests.Evidence.Store;

namespace Terjaga.Tests.Casework;

public sealed class ShowPictureTests
{
    [Fact]
    public async Task An_officer_sees_a_blurred_picture_and_opens_a_copy_that_can_do_nothing()
    {
        await using var desk = await RunningDesk.StartWholeAsync();
        byte[] picture = [.. StoreDesk.Draw(21), .. "<script>tail</script>"u8];
        var officer = await desk.SignInAsync(Role.Kp2miAnalyst);
        await SubmitAsync(desk, picture);
        var sha256 = EvidenceStore.HashOf(picture);
        var casePage = "";
        await RunningDesk.UntilAsync(async () => (casePage = await CasePageAsync(officer)).Contains(sha256, StringComparison.Ordinal));

        Assert.Contains("src=\"data:image/jpeg;base64,", casePage, StringComparison.Ordinal);
        Assert.DoesNotContain($"src=\"/meja/gambar", casePage, StringComparison.Ordinal);
        using var answer = await officer.GetAsync(new Uri("/meja/gambar/" + sha256, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("default-src 'none'; sandbox; frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("inline; filename=\"gambar.jpg\"", answer.Content.Headers.ContentDisposition?.ToString());
        CopyPictureTests.AssertBare(new(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), "image/jpeg"), "script");
    }

    [Fact]
    public async Task A_broken_picture_is_said_to_be_so_and_its_original_is_not_served()
    {
        await using var desk = await RunningDesk.StartWholeAsync();
        var broken = StoreDesk.Draw(22)[..40];
        var officer = await desk.SignInAsync(Role.Kp2miAnalyst);
        await SubmitAsync(desk, broken);

        using var answer = await officer.GetAsync(
            new Uri("/meja/gambar/" + EvidenceStore.HashOf(broken), UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("tidak dapat ditampilkan", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var unknown = await officer.GetAsync(new Uri("/meja/gambar/" + EvidenceStore.HashOf([1]), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static async Task<string> CasePageAsync(HttpClient officer)
    {
        var queue = await officer.GetStringAsync(new Uri("/meja", UriKind.Relative), TestContext.Current.CancellationToken);
        var at = queue.IndexOf("/meja/perkara/", StringComparison.Ordinal);
        return at < 0 ? "" : await officer.GetStringAsync(new Uri(queue[at..queue.IndexOf('"', at)], UriKind.Relative), TestContext.Current.CancellationToken);
    }

    private static async Task SubmitAsync(RunningDesk desk, byte[] picture)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        Expect.Value(await scope.ServiceProvider.GetRequiredService<SubmitReport>().RunAsync(
            SubmitReport.Input.Empty with { Text = "Lowongan kerja Kamboja, gaji 15 juta", Pictures = [picture] }, TestContext.Current.CancellationToken));
    }
}
