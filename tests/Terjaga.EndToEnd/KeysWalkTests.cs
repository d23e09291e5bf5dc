using Microsoft.Playwright;

namespace Terjaga.EndToEnd;

/// <summary>An analyst who never touches the mouse: finds the keys, takes a case, verifies it, and sees rows change without a reload.</summary>
public sealed class KeysWalkTests(Browser browser) : IClassFixture<Browser>
{
    private const string Offer =
        "Dibutuhkan operator pabrik sarung tangan di Kamboja, umur 18 sampai 40 tahun, mess dan makan ditanggung, berangkat pakai visa turis dulu, gaji 12 juta, hubungi WA 0873-1190-6642";

    [Fact]
    public async Task A_case_is_taken_and_verified_by_keys_alone_and_the_queue_of_a_colleague_follows()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var desk = new DeskProcess();
        await desk.StartStaffedAsync(cancellationToken);
        using var staff = new Staff(desk.Address);
        await staff.JoinAsync(desk, cancellationToken);
        await staff.Analyst.PostAsync("/api/reports", new { text = Offer }, cancellationToken);
        var id = await OfficerWalk.CaseWithAsync(staff.Analyst, "New", reports: 1, cancellationToken);

        var colleague = await OfficerWalk.SignInAsync(browser, desk, "penyetuju-kp2mi");
        await colleague.GotoAsync("/meja");
        await Assertions.Expect(colleague.Locator("[data-row]")).ToHaveCountAsync(0);

        var page = await OfficerWalk.SignInAsync(browser, desk, "analis");
        await page.WaitForURLAsync("**/meja");
        await ReadKeysAsync(page);
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator($"[data-row='{id}'] th a")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("c");
        await page.WaitForURLAsync($"**/meja/perkara/{id}");
        await Assertions.Expect(page.GetByText("Anda memegang perkara ini")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("v");
        await page.Keyboard.TypeAsync("Visa turis: ujian n, j, dan v.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("#keadaan")).ToHaveAttributeAsync("data-state", "Verified");
        await page.Keyboard.PressAsync("u");
        await page.WaitForURLAsync("**/meja");
        await OfficerWalk.ExpectReadableAsync(page, "queue-empty");

        await Assertions.Expect(colleague.Locator($"[data-row='{id}']")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        await OfficerWalk.ExpectReadableAsync(colleague, "queue-row");
        await SearchAsync(page, id);
    }

    /// <summary>The list of keys opens by its key; where single keys are switched off, they do nothing.</summary>
    private static async Task ReadKeysAsync(IPage page)
    {
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await OfficerWalk.ExpectReadableAsync(page, "keys");
        await page.Locator("#tombol-mati").CheckAsync();
        await CloseAsync(page);
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("[data-row] th a").First).Not.ToBeFocusedAsync();
        await page.Keyboard.PressAsync("?");
        await page.Locator("#tombol-mati").UncheckAsync();
        await CloseAsync(page);
    }

    /// <summary>The browser closes a dialog a moment after its key; until then the keys are the dialog's.</summary>
    private static async Task CloseAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    private static async Task SearchAsync(IPage page, string id)
    {
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("+62 873 1190 6642");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"[data-row='{id}']")).ToHaveCountAsync(1);
        await OfficerWalk.ExpectReadableAsync(page, "search");
    }
}
