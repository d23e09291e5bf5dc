using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Terjaga.Accounts.Factors;

/// <summary>Whether a code opens an account now: one of the app, or one for emergencies. Either is used up by it.</summary>
internal sealed class CheckCode(TerjagaDb db, UserManager<Officer> officers, CodeKeys keys, TimeProvider clock)
{
    /// <summary>Longest that is looked at, in characters.</summary>
    private const int MaxLength = 40;

    public async Task<bool> RunAsync(Officer officer, string? typed, CancellationToken cancellationToken)
    {
        if (typed?.Replace(" ", "", StringComparison.Ordinal) is not { Length: > 0 and <= MaxLength } code || !PlainText.IsReadable(code))
            return false;
        return code.Length == EditCodes.CodeLength && code.All(char.IsAsciiDigit)
            ? await UseAppAsync(officer, code)
            : await UseRecoveryAsync(officer, code, cancellationToken);
    }

    private async Task<bool> UseAppAsync(Officer officer, string code)
    {
        if (officer.SealedCodeKey is null || keys.Open(officer.SealedCodeKey) is not { } key
            || OneTimeCode.StepOf(key, code, clock.GetUtcNow()) is not { } step || step <= officer.LastCodeStep)
        {
            return false;
        }

        officer.UseCode(step);
        return (await officers.UpdateAsync(officer)).Succeeded;
    }

    private async Task<bool> UseRecoveryAsync(Officer officer, string code, CancellationToken cancellationToken)
    {
        var hash = RecoveryCode.HashOf(code);
        if (await db.RecoveryCodes.SingleOrDefaultAsync(
            c => c.OfficerId == officer.Id && c.Hash == hash && c.UsedAt == null, cancellationToken) is not { } row)
        {
            return false;
        }

        row.Use(clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
