namespace Terjaga.App.Intake;

/// <summary>The doors through which reports come in and outcomes go out.</summary>
internal static class IntakeDoors
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddIntakeDoors() => services.AddSingleton<WrongReceipts>().AddScoped<TellHelp>();
    }
}
