using Terjaga.Accounts;
using Terjaga.Campaigns.Indicators;
using Terjaga.Screening.Learning;
using Terjaga.Screening.Linking;

namespace Terjaga.Casework.Joining;

/// <summary>An officer of KP2MI says that a contact links nobody, such as a victim's number, or lets it link again.</summary>
public sealed class JudgeContact(EditContact edit, Screeners screeners)
{
    /// <param name="Contact">As a person writes it, or kind and value, such as <c>phone:+62812…</c>.</param>
    public sealed record Input(Acting By, string? Contact, bool IsLinking, string? Reason);

    /// <summary>
    /// What was joined by it stays joined, and can be undone. Fails with <c>access.denied</c>, <c>indicator.invalid</c>,
    /// <c>indicator.changed</c>, or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.LinkOffers))
            return new Problem("access.denied");
        return Decision.ParseReason(input.Reason).TryGet(out var reason, out var problem)
            ? await edit.RunAsync(input.By.Actor, Read(input.Contact), input.IsLinking ? ContactStanding.Links : ContactStanding.Allowed, reason, cancellationToken)
            : problem;
    }

    /// <summary>Null where it names no contact, or several.</summary>
    private string? Read(string? typed) => typed?.Trim() switch
    {
        null or { Length: > Contacts.MaxLength } => null,
        var text when Contacts.IsContact(text) => text,
        var text => Contacts.In(screeners.Live.Screen(text)) is [var only] ? only : null,
    };
}
