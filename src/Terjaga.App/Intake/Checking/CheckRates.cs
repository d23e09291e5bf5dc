using System.Net;
using System.Threading.RateLimiting;
using Terjaga.Accounts;
using Terjaga.App.Web;

namespace Terjaga.App.Intake.Checking;

/// <summary>How often one customer's line may check without a key, and a partner with one. A whole village may stand behind one address.</summary>
internal sealed class CheckRates : IDisposable
{
    /// <summary>Checks of one address in a minute.</summary>
    public const int MaxAMinute = 120;

    /// <summary>Checks of one partner in a second, and the burst that is let through: a portal that checks what is posted there.</summary>
    public const int MaxOfPartner = 400, Burst = 1_000;

    private static readonly TimeSpan _refill = TimeSpan.FromSeconds(10);

    private readonly PartitionedRateLimiter<string> _lines = Buckets(MaxAMinute, MaxAMinute / 6, _refill);

    private readonly PartitionedRateLimiter<string> _partners = Buckets(Burst, MaxOfPartner, TimeSpan.FromSeconds(1));

    public bool MayCheck(IPAddress? address) => Takes(_lines, Customer.Of(address));

    public bool MayCheck(CheckPartnerKey.Partner partner) => Takes(_partners, partner.Hash);

    public void Dispose()
    {
        _lines.Dispose();
        _partners.Dispose();
    }

    private static PartitionedRateLimiter<string> Buckets(int most, int tokens, TimeSpan period) => PartitionedRateLimiter.Create<string, string>(
        who => RateLimitPartition.GetTokenBucketLimiter(
            who, _ => new() { TokenLimit = most, TokensPerPeriod = tokens, ReplenishmentPeriod = period, QueueLimit = 0 }));

    private static bool Takes(PartitionedRateLimiter<string> limiter, string who)
    {
        using var lease = limiter.AttemptAcquire(who);
        return lease.IsAcquired;
    }
}
