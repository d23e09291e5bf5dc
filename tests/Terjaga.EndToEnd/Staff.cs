using System.Net;

namespace Terjaga.EndToEnd;

/// <summary>The people of a desk: each with an account of their own, made by invitation.</summary>
internal sealed class Staff(Uri desk) : IDisposable
{
    /// <summary>Long enough for the rule, and of no other use.</summary>
    public const string Password = "a long password for a rehearsal";

    /// <summary>Ministry, role and sign-in name of the four who carry a case, of who answers for personal data, and of who answers people in danger.</summary>
    public static readonly (string Ministry, string Role, string Name)[] Roles =
    [
        ("Kp2mi", "Kp2miAnalyst", "analis"),
        ("Kp2mi", "Kp2miApprover", "penyetuju-kp2mi"),
        ("Komdigi", "KomdigiOfficer", "petugas-komdigi"),
        ("Komdigi", "KomdigiApprover", "penyetuju-komdigi"),
        ("Kp2mi", "PrivacyOfficer", "privasi"),
        ("Kp2mi", "VictimProtection", "pelindung"),
    ];

    public DeskClient Administrator { get; } = new(desk);

    public DeskClient Analyst { get; } = new(desk);

    public DeskClient Handover { get; } = new(desk);

    public DeskClient Drafter { get; } = new(desk);

    public DeskClient Signer { get; } = new(desk);

    public DeskClient Privacy { get; } = new(desk);

    public DeskClient Protector { get; } = new(desk);

    /// <summary>From the link of the first start, or from a desk where they had joined, to officers who are signed in.</summary>
    public async Task JoinAsync(DeskProcess desk, CancellationToken cancellationToken)
    {
        DeskClient[] clients = [Analyst, Handover, Drafter, Signer, Privacy, Protector];
        if (desk.FirstToken is not { } firstToken)
        {
            await SignInAsync(Administrator, "admin", cancellationToken);
            foreach (var ((_, _, name), client) in Roles.Zip(clients))
                await SignInAsync(client, name, cancellationToken);
            return;
        }

        await Expect(Administrator.PostAsync($"/api/invitations/{firstToken}", new { Password }, cancellationToken));
        await SignInAsync(Administrator, "admin", cancellationToken);
        foreach (var ((ministry, role, name), client) in Roles.Zip(clients))
        {
            var (status, body) = await Administrator.PostAsync(
                "/api/invitations", new { Name = name, DisplayName = name, Ministry = ministry, Role = role }, cancellationToken);
            Assert.True(status == HttpStatusCode.Created, $"{status} {body}");
            var token = new Uri((string)body!["address"]!).Segments[^1];
            await Expect(client.PostAsync($"/api/invitations/{token}", new { Password }, cancellationToken));
            await SignInAsync(client, name, cancellationToken);
        }
    }

    public void Dispose()
    {
        foreach (var client in new[] { Administrator, Analyst, Handover, Drafter, Signer, Privacy, Protector })
            client.Dispose();
    }

    private static Task SignInAsync(DeskClient client, string name, CancellationToken cancellationToken) =>
        Expect(client.PostAsync("/api/session", new { Name = name, Password }, cancellationToken));

    private static async Task Expect(Task<(HttpStatusCode Status, System.Text.Json.Nodes.JsonNode? Body)> answer)
    {
        var (status, body) = await answer;
        Assert.True(status == HttpStatusCode.NoContent, $"{status} {body}");
    }
}
