using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Work;
using Terjaga.Screening.Identifiers;
using Terjaga.Takedown.Recipients.Finding;

namespace Terjaga.Takedown.Recipients;

/// <summary>Registers recipients and the search for contacts.</summary>
internal static class RecipientsArea
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddRecipients(string dataFolder) => services
            .AddScoped<SaveRecipient>().AddScoped<SwitchRecipient>().AddScoped<ListRecipients>().AddScoped<ReadRecipient>()
            .AddScoped<SaveContact>().AddScoped<PreferContact>().AddScoped<BringRecipients>().AddScoped<MarkDemo>().AddScoped<PrepareFence>()
            .AddSingleton(s => HostNatures.Read(dataFolder, s.GetRequiredService<Gazetteer>()))
            .AddSingleton(_ => ContactOverrides.Parse(File.ReadAllText(Path.Combine(dataFolder, ContactOverrides.FileName))))
            .AddSingleton(_ => FrontNetworks.Read(dataFolder)).AddSingleton(_ => new Bootstraps(dataFolder))
            .AddSingleton<ServerPauses>().AddSingleton<AskServer>().AddScoped<FindContacts>()
            .AddScoped<AskContacts>().AddScoped<RefreshBootstraps>()
            .AddScoped(s => new ReadContacts(s.GetRequiredService<TerjagaDb>(), s.GetRequiredService<HostNatures>()))
            .AddScoped(s => new ChooseContact(
                s.GetRequiredService<TerjagaDb>(), s.GetRequiredService<HostNatures>(), s.GetRequiredService<SaveRecipient>(), s.GetRequiredService<TimeProvider>()))
            .AddWork<FindContactsJob>(FindContactsJob.Kind, WorkLane.Outside)
            .AddWork<RefreshBootstrapsJob>(RefreshBootstrapsJob.Kind, WorkLane.Outside);
    }
}
