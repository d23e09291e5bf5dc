using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Accounts.Factors;

/// <summary>An officer sets up an app that shows codes, takes it off, or asks for new codes for emergencies.</summary>
public sealed class EditCodes(TerjagaDb db, CodeKeys keys, AccountsOptions options, TimeProvider clock)
{
    /// <summary>Digits of a code.</summary>
    public const int CodeLength = 6;

    /// <param name="IsOn">Whether an app is set up.</param>
    /// <param name="RecoveryLeft">How many codes for emergencies are still good.</param>
    public sealed record State(bool IsOn, int RecoveryLeft);

    /// <param name="Key">For typing it into the app by hand.</param>
    /// <param name="Address">For the picture that the app reads.</param>
    /// <param name="Sealed">Comes back with the first code; only the desk can read it.</param>
    public sealed record Draft(string Key, string Address, string Sealed);

    public async Task<State> ReadAsync(Acting of, CancellationToken cancellationToken) => new(
        await db.Officers.AnyAsync(o => o.Id == of.OfficerId && o.SealedCodeKey != null, cancellationToken),
        await db.RecoveryCodes.CountAsync(c => c.OfficerId == of.OfficerId && c.UsedAt == null, cancellationToken));

    /// <summary>A new key; nothing is stored before the app has shown that it has it.</summary>
    public Draft Begin(Acting by, string signInName)
    {
        var key = OneTimeCode.NewKey();
        return new Draft(key, OneTimeCode.Address(key, signInName), keys.Seal($"{by.OfficerId:N}{key}"));
    }

    /// <summary>Takes the app on by its first code. Fails with <c>codes.wrong</c>.</summary>
    public async Task<Result<NewFactor>> ConfirmAsync(
        Acting by, Guid sessionId, string? draft, string? code, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (KeyOf(by, draft) is not { } key || code?.Trim() is not { Length: CodeLength } typed || OneTimeCode.StepOf(key, typed, now) is not { } step)
            return new Problem("codes.wrong");
        var officer = await db.Officers.SingleAsync(o => o.Id == by.OfficerId, cancellationToken);
        var codes = await db.HasFactorAsync(officer, cancellationToken) ? [] : await db.NewRecoveryCodesAsync(by.OfficerId, now, cancellationToken);
        officer.TakeCodes(keys.Seal(key), step, now);
        db.Events.Add(DeskEvent.Record(now, by.OfficerId, AccountEvents.CodesOn, by.Actor));
        try
        {
            await db.SaveFactorAsync(by.OfficerId, sessionId, Proof.PasswordAndCode, now, cancellationToken);
            return new NewFactor(codes);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("codes.wrong");
        }
    }

    /// <summary>Fails with <c>factor.last</c>; nothing happens where no app is set up.</summary>
    public async Task<Result<Done>> RemoveAsync(Acting by, Guid sessionId, CancellationToken cancellationToken)
    {
        var officer = await db.Officers.SingleAsync(o => o.Id == by.OfficerId, cancellationToken);
        if (!officer.HasCodes)
            return Done.Yes;
        if (options.SecondFactor == SecondFactor.Required && !await db.Passkeys.AnyAsync(p => p.OfficerId == by.OfficerId, cancellationToken))
            return new Problem("factor.last");
        var now = clock.GetUtcNow();
        officer.DropCodes(now);
        db.Events.Add(DeskEvent.Record(now, by.OfficerId, AccountEvents.CodesOff, by.Actor));
        return await db.SaveAndEndAsync(by.OfficerId, sessionId, now, cancellationToken);
    }

    /// <summary>Ten new codes for emergencies; the old ones open nothing any more. Fails with <c>factor.none</c>.</summary>
    public async Task<Result<NewFactor>> RenewRecoveryAsync(Acting by, Guid sessionId, CancellationToken cancellationToken)
    {
        var officer = await db.Officers.SingleAsync(o => o.Id == by.OfficerId, cancellationToken);
        if (!await db.HasFactorAsync(officer, cancellationToken))
            return new Problem("factor.none");
        var now = clock.GetUtcNow();
        var codes = await db.NewRecoveryCodesAsync(by.OfficerId, now, cancellationToken);
        db.Events.Add(DeskEvent.Record(now, by.OfficerId, AccountEvents.RecoveryRenewed, by.Actor));
        return (await db.SaveAndEndAsync(by.OfficerId, sessionId, now, cancellationToken)).TryGet(out _, out var problem)
            ? new NewFactor(codes)
            : problem;
    }

    private string? KeyOf(Acting by, string? draft) =>
        draft is { Length: > 0 and < 1_000 } && keys.Open(draft) is { } opened && opened.StartsWith($"{by.OfficerId:N}", StringComparison.Ordinal)
            ? opened[$"{by.OfficerId:N}".Length..]
            : null;
}
