using Microsoft.AspNetCore.Identity;
using Terjaga.Accounts;
using Terjaga.Accounts.Factors;

namespace Terjaga.App.Accounts.Factors;

/// <summary>The desk asks a device for a passkey, or to use one, and checks its answer.</summary>
internal sealed class PasskeyCeremony(
    IPasskeyHandler<PasskeyHolder> handler, ReadPasskeys read, SignInByPasskey signIn, EditPasskeys edit, StepTicket tickets)
{
    private const string ToMake = "passkey-make", ToUse = "passkey-use";

    /// <summary>Longest answer of a device that is looked at, in characters.</summary>
    private const int MaxAnswerLength = 16_000;

    /// <summary>The same question for everybody: the device finds the account, so that the page tells nothing of names.</summary>
    public async Task<PasskeyQuestion> AskAsync(HttpContext context)
    {
        var made = await handler.MakeRequestOptionsAsync(null, context);
        return new PasskeyQuestion(made.RequestOptionsJson, tickets.Seal(ToUse, made.AssertionState ?? ""));
    }

    /// <summary>Fails with <c>signin.failed</c>, whatever is wrong.</summary>
    public async Task<Result<Acting>> SignInAsync(HttpContext context, string? answer, string? ticket)
    {
        if (answer is not { Length: > 0 and <= MaxAnswerLength } || tickets.Open(ToUse, ticket) is not { } asked)
            return new Problem("signin.failed");
        var result = await handler.PerformAssertionAsync(
            new() { HttpContext = context, CredentialJson = answer, AssertionState = asked.Text });
        return result is { Succeeded: true, User: { } user, Passkey: { IsUserVerified: true } used }
            ? await signIn.RunAsync(Guid.Parse(user.Id), used, asked.IssuedAt, context.RequestAborted)
            : new Problem("signin.failed");
    }

    public async Task<PasskeyQuestion> AskForNewAsync(HttpContext context, Acting officer)
    {
        var name = (await read.HolderAsync(officer.OfficerId, context.RequestAborted))?.SignInName ?? "";
        var made = await handler.MakeCreationOptionsAsync(
            new() { Id = $"{officer.OfficerId:D}", Name = name, DisplayName = officer.DisplayName }, context);
        return new PasskeyQuestion(made.CreationOptionsJson, tickets.Seal(ToMake + officer.OfficerId, made.AttestationState ?? ""));
    }

    /// <summary>Fails with <c>passkey.refused</c>, or as <see cref="EditPasskeys.AddAsync"/> does.</summary>
    public async Task<Result<NewFactor>> AddAsync(HttpContext context, SignedIn by, string? answer, string? ticket, string? name)
    {
        if (answer is not { Length: > 0 and <= MaxAnswerLength } || tickets.Open(ToMake + by.Officer.OfficerId, ticket) is not { } asked)
            return new Problem("passkey.refused");
        var result = await handler.PerformAttestationAsync(
            new() { HttpContext = context, CredentialJson = answer, AttestationState = asked.Text });
        return result is { Succeeded: true, Passkey: { IsUserVerified: true } made } && result.UserEntity?.Id == $"{by.Officer.OfficerId:D}"
            ? await edit.AddAsync(by.Officer, by.SessionId, made, name, context.RequestAborted)
            : new Problem("passkey.refused");
    }
}
