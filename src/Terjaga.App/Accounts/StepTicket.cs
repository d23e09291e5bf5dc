using System.Globalization;
using Microsoft.AspNetCore.DataProtection;

namespace Terjaga.App.Accounts;

/// <summary>What one step of a sign-in hands to the next, through the browser: sealed, and good for five minutes.</summary>
internal sealed class StepTicket(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Longest ticket that is looked at, in characters.</summary>
    private const int MaxLength = 8_000;

    private static readonly TimeSpan _validity = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _protector = protection.CreateProtector("terjaga.steps");

    /// <param name="IssuedAt">When the step before was made.</param>
    public sealed record Opened(DateTimeOffset IssuedAt, string Text);

    /// <param name="purpose">Which step may read it.</param>
    public string Seal(string purpose, string text) =>
        _protector.CreateProtector(purpose).Protect(string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().UtcTicks} {text}"));

    /// <summary>Null if it is too old, or not of this desk and purpose.</summary>
    public Opened? Open(string purpose, string? ticket)
    {
        if (ticket is not { Length: > 0 and <= MaxLength }
            || SealedText.Open(_protector.CreateProtector(purpose), ticket) is not { } opened)
        {
            return null;
        }

        var space = opened.IndexOf(' ', StringComparison.Ordinal);
        var issued = new DateTimeOffset(long.Parse(opened.AsSpan(0, space), CultureInfo.InvariantCulture), TimeSpan.Zero);
        return clock.GetUtcNow() - issued <= _validity ? new Opened(issued, opened[(space + 1)..]) : null;
    }
}
