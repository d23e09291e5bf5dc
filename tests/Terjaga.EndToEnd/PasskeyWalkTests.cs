using Microsoft.Playwright;

namespace Terjaga.EndToEnd;

/// <summary>The first officer of a new desk, on a desk that asks for two factors, in a real browser with a passkey in its machine.</summary>
public sealed class PasskeyWalkTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Who_was_invited_adds_a_passkey_leaves_and_comes_back_by_it()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var desk = new DeskProcess(new Dictionary<string, string> { ["Accounts__SecondFactor"] = "required" });
        await desk.StartAsync(cancellationToken);
        // A passkey belongs to a name; an address of numbers is none.
        var page = await browser.OpenAsync(new Uri($"http://localhost:{desk.Port}"), 1440, isScriptOn: true);
        await PlugInAsync(page);

        await page.GotoAsync($"/undangan/{desk.FirstToken}");
        await page.Locator("#sandi").FillAsync(Staff.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Mulai" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Satu langkah lagi")).ToBeVisibleAsync();
        await page.GotoAsync("/meja/petugas");
        Assert.EndsWith("/meja/akun", page.Url, StringComparison.Ordinal);
        await OfficerWalk.ExpectReadableAsync(page, "account-new");

        await page.Locator("#nama").FillAsync("Laptop kantor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tambah kunci sandi" }).ClickAsync();
        await Assertions.Expect(page.Locator("ol code")).ToHaveCountAsync(10);
        await OfficerWalk.ExpectReadableAsync(page, "recovery");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sudah saya simpan" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Laptop kantor").First).ToBeVisibleAsync();
        await OfficerWalk.ExpectReadableAsync(page, "account");
        await page.GotoAsync("/meja/akun/kode");
        await OfficerWalk.ExpectReadableAsync(page, "code-app");
        await page.GotoAsync("/meja/lembaga");
        await OfficerWalk.ExpectReadableAsync(page, "organisations");

        await page.GetByRole(AriaRole.Button, new() { Name = "Keluar" }).ClickAsync();
        await Assertions.Expect(page.Locator("#sandi")).ToBeVisibleAsync();
        await OfficerWalk.ExpectReadableAsync(page, "sign-in");
        await PasswordAloneAsync(page);

        await page.GotoAsync("/masuk");
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk dengan kunci sandi" }).ClickAsync();
        await page.WaitForURLAsync("**/meja/petugas");
        await OfficerWalk.ExpectReadableAsync(page, "officers");
        await page.GotoAsync("/meja/akun");
        await Assertions.Expect(page.Locator("#sesi").GetByText("Kunci sandi")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_a_note_stands_where_the_passkey_would_be()
    {
        await using var desk = new DeskProcess();
        await desk.StartAsync(TestContext.Current.CancellationToken);
        var page = await browser.OpenAsync(new Uri($"http://localhost:{desk.Port}"), 1440, isScriptOn: false);
        await page.GotoAsync("/masuk");

        await Assertions.Expect(page.GetByText("Kunci sandi perlu JavaScript")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Masuk dengan kunci sandi" })).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#sandi")).ToBeVisibleAsync();
    }

    /// <summary>A password without the second step opens nothing, and the page of that step is the same for everybody.</summary>
    private static async Task PasswordAloneAsync(IPage page)
    {
        await page.Locator("#nama").FillAsync("admin");
        await page.Locator("#sandi").FillAsync(Staff.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#kode")).ToBeVisibleAsync();
        await OfficerWalk.ExpectReadableAsync(page, "sign-in-code");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lanjut" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        await page.GotoAsync("/meja/petugas");
        Assert.Contains("/masuk", page.Url, StringComparison.Ordinal);
    }

    /// <summary>A device in the machine that has seen its finger.</summary>
    private static async Task PlugInAsync(IPage page)
    {
        var machine = await page.Context.NewCDPSessionAsync(page);
        await machine.SendAsync("WebAuthn.enable");
        await machine.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
