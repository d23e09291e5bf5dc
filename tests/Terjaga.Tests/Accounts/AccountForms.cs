using System.Net;
using System.Text.RegularExpressions;
using OtpNet;

namespace Terjaga.Tests.Accounts;

/// <summary>Forms of accounts as a browser without script sends them, one after another.</summary>
internal static partial class AccountForms
{
    public const string Password = "kalimat panjang yang mudah diingat";

    /// <summary>Takes an invitation on; gives the header of the session.</summary>
    public static async Task<string> JoinAsync(RunningDesk desk, Uri link)
    {
        using var answer = await PostAsync(desk, link.AbsolutePath, "", new() { ["sandi"] = Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return CookieOf(answer);
    }

    public static Task<HttpResponseMessage> PostAsync(RunningDesk desk, string path, string cookie, Dictionary<string, string> form) =>
        desk.SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(form), cookie.Length > 0 ? [cookie] : []);

    public static Task<HttpResponseMessage> GetAsync(RunningDesk desk, string path, string cookie) =>
        desk.SendAsync(HttpMethod.Get, path, null, cookie);

    public static string CookieOf(HttpResponseMessage answer) => "Cookie: " + answer.Headers.GetValues("Set-Cookie")
        .Single(cookie => cookie.StartsWith("terjaga=", StringComparison.Ordinal)).Split(';')[0];

    public static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public static string Field(string page, string name) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value);

    /// <summary>Sets up an app with codes; gives its key and the spare codes.</summary>
    public static async Task<CodeApp> SetUpCodesAsync(RunningDesk desk, string cookie, DateTimeOffset now)
    {
        using var shown = await GetAsync(desk, "/meja/akun/kode", cookie);
        var page = await TextAsync(shown);
        Assert.Contains("data:image/png;base64,", page, StringComparison.Ordinal);
        var key = KeyOf(page);
        using var done = await PostAsync(desk, "/meja/akun/kode", cookie, new() { ["tiket"] = Field(page, "tiket"), ["kode"] = CodeOf(key, now) });
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        return new CodeApp(key, [.. SparePattern().Matches(await TextAsync(done)).Select(match => match.Value)]);
    }

    /// <summary>The key that the page of the app shows for typing.</summary>
    public static string KeyOf(string page) => KeyPattern().Match(page).Value;

    public static string CodeOf(string key, DateTimeOffset now) => new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(now.UtcDateTime);

    /// <summary>The two steps of a sign-in by password; gives the answer to the second.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(RunningDesk desk, string name, string password, string code)
    {
        using var first = await PostAsync(desk, "/masuk", "", new() { ["nama"] = name, ["sandi"] = password });
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        return await PostAsync(desk, "/masuk/kode", "", new() { ["tiket"] = Field(await TextAsync(first), "tiket"), ["kode"] = code });
    }

    public sealed record CodeApp(string Key, IReadOnlyList<string> Spare);

    [GeneratedRegex("[A-Z2-7]{32}(?=</code>)")]
    private static partial Regex KeyPattern();

    [GeneratedRegex("[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}")]
    private static partial Regex SparePattern();
}
