using System.Data.Common;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Terjaga.App.Health;

/// <summary>Ready only while the database answers.</summary>
internal sealed class DatabaseCheck(TerjagaDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await db.Database.CanConnectAsync(cancellationToken)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database does not answer.");
        }
        catch (DbException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
