namespace Terjaga.App.Intake.Checking;

/// <summary>What the public check needs besides its operation.</summary>
internal static class CheckDoors
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddCheckDoors() => services.AddSingleton<CheckRates>().AddScoped<ReadOffer>();
    }
}
