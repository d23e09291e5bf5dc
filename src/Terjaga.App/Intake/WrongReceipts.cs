using System.Net;
using System.Threading.RateLimiting;
using Terjaga.App.Web;

namespace Terjaga.App.Intake;

/// <summary>
/// Slows down whoever tries receipts. Only wrong ones are counted: a whole village behind one address may look up what
/// it has, as long as nobody there guesses; then all of it waits for up to a minute.
/// </summary>
internal sealed class WrongReceipts : IDisposable
{
    /// <summary>Wrong receipts that one address may try in a minute: typing mistakes, not guesses at 120 bits.</summary>
    public const int MaxAMinute = 30;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        // A window, not a bucket: a bucket that fills drop by drop is never quite empty, and asking it whether one may try
        // would always be answered with yes.
        customer => RateLimitPartition.GetFixedWindowLimiter(
            customer, _ => new() { PermitLimit = MaxAMinute, Window = TimeSpan.FromMinutes(1) }));

    public bool MayTry(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(Customer.Of(address), 0);
        return lease.IsAcquired;
    }

    public void Count(IPAddress? address) => _limiter.AttemptAcquire(Customer.Of(address)).Dispose();

    public void Dispose() => _limiter.Dispose();
}
