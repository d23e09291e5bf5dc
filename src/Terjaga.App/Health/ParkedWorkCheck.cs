using Microsoft.Extensions.Diagnostics.HealthChecks;
using Terjaga.Common.Work;

namespace Terjaga.App.Health;

/// <summary>Says so while work is parked; the desk serves on, and an operator should look.</summary>
internal sealed class ParkedWorkCheck(ReadWork read) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var parked = (await read.RunAsync(cancellationToken)).Counts.Sum(c => c.Parked);
        return parked == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{parked} pieces of work are parked.");
    }
}
