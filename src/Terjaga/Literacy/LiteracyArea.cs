using Microsoft.Extensions.DependencyInjection;

namespace Terjaga.Literacy;

/// <summary>Registers what the public learns from the desk.</summary>
public static class LiteracyArea
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddLiteracy() => services.AddScoped<ListWarnings>();
    }
}
