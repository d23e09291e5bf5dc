using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Terjaga.Tests.Accounts;

/// <summary>A small provider of OpenID Connect on this machine, that can be told to lie.</summary>
internal sealed class MinistryProvider : IAsyncDisposable
{
    public const string ClientId = "terjaga", Level = "tinggi";

    private readonly ConcurrentDictionary<string, (string? Nonce, string? Challenge)> _codes = new();
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "one" };
    private readonly WebApplication _app;

    private MinistryProvider(WebApplication app) => _app = app;

    public string Issuer => _app.Urls.First();

    public string Subject { get; set; } = "pegawai-7";

    public string? Nonce { get; set; }

    public string Audience { get; set; } = ClientId;

    public string Acr { get; set; } = Level;

    public DateTime Expires { get; set; } = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5);

    /// <summary>Signs instead of the key that it publishes; null for the honest one.</summary>
    public RsaSecurityKey? Forger { get; set; }

    /// <summary>It says the truth again.</summary>
    public void Mend()
    {
        (Subject, Nonce, Audience, Acr, Forger) = ("pegawai-7", null, ClientId, Level, null);
        Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5);
    }

    public static async Task<MinistryProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new MinistryProvider(builder.Build());
        provider.Map();
        await provider._app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map()
    {
        _app.MapGet("/.well-known/openid-configuration", () => new
        {
            issuer = Issuer,
            authorization_endpoint = Issuer + "/authorize",
            token_endpoint = Issuer + "/token",
            jwks_uri = Issuer + "/jwks",
            response_types_supported = new[] { "code" },
            subject_types_supported = new[] { "public" },
            id_token_signing_alg_values_supported = new[] { "RS256" },
        });
        _app.MapGet("/jwks", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_key.Rsa.ExportParameters(false)) { KeyId = _key.KeyId });
            return new { keys = new[] { new { kty = key.Kty, kid = key.Kid, n = key.N, e = key.E, use = "sig", alg = "RS256" } } };
        });
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", TokenAsync);
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256")
            return Results.BadRequest();
        var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        _codes[code] = (query["nonce"], query["code_challenge"]);
        return Results.Redirect(QueryHelpers.AddQueryString(
            query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!_codes.TryRemove($"{form["code"]}", out var asked)
            || WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes($"{form["code_verifier"]}"))) != asked.Challenge)
        {
            return Results.BadRequest(new { error = "invalid_grant" });
        }

        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = Expires.AddMinutes(-5),
            Expires = Expires,
            Subject = new ClaimsIdentity([
                new("sub", Subject), new("nonce", Nonce ?? asked.Nonce ?? ""), new("acr", Acr), new("email", "budi@kp2mi.example")]),
            SigningCredentials = new SigningCredentials(Forger ?? _key, SecurityAlgorithms.RsaSha256),
        });
        return Results.Json(new { access_token = "x", token_type = "Bearer", expires_in = 300, id_token = token });
    }
}
