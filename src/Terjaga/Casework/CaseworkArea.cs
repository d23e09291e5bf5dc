using Microsoft.Extensions.DependencyInjection;

namespace Terjaga.Casework;

/// <summary>Registers case files and what officers decide about them.</summary>
public static class CaseworkArea
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddCasework() => services
            .AddScoped<FileReport>()
            .AddScoped<DecideCase>()
            .AddScoped<ListCases>()
            .AddScoped<ReadCase>();
    }
}
