using Microsoft.Extensions.DependencyInjection;
using Terjaga.Campaigns.Indicators;
using Terjaga.Campaigns.Prints;
using Terjaga.Screening.Identifiers;
using Terjaga.Screening.Linking;
using Terjaga.Screening.Similarity;

namespace Terjaga.Campaigns;

/// <summary>Registers what links reports to each other.</summary>
public static class CampaignsArea
{
    /// <summary>Where the contacts that link nobody are in the folder of data.</summary>
    public const string SharedContactsFile = "contacts/shared.json";

    extension(IServiceCollection services)
    {
        /// <param name="dataFolder">The folder of data that goes with the executable.</param>
        public IServiceCollection AddCampaigns(string dataFolder) => services
            .AddSingleton(provider => new NameMasks(provider.GetRequiredService<Gazetteer>()))
            .AddSingleton(provider => ReadSharedContacts(dataFolder, provider.GetRequiredService<Gazetteer>()))
            .AddSingleton<PrintIndex>()
            .AddHostedService<KeepPrints>()
            .AddScoped<TakePrint>()
            .AddScoped<FindCopies>()
            .AddScoped<CountContact>()
            .AddScoped<EditContact>()
            .AddScoped<ListContacts>();
    }

    public static SharedContacts ReadSharedContacts(string dataFolder, Gazetteer gazetteer) =>
        SharedContacts.Parse(File.ReadAllText(Path.Combine(dataFolder, SharedContactsFile)), gazetteer.Hosts);
}
