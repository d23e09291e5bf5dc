using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Terjaga.Common.Http;

/// <summary>Registers the guarded client.</summary>
public static class HttpArea
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddGuardedHttp(HttpOptions options) => services
            .AddSingleton(s => new GuardedConnector(options, Dns.GetHostAddressesAsync, OwnAddresses.Of(s.GetService<DeskAddress>())))
            .AddSingleton(s => new GuardedConnections(s.GetRequiredService<GuardedConnector>().FixedCount))
            .AddSingleton<GuardedClient>();
    }
}
