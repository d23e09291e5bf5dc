using Terjaga.Accounts;
using Terjaga.Campaigns.Prints;
using Terjaga.Casework.Sharing;
using Terjaga.Common.Http;
using Terjaga.Common.Storage;
using Terjaga.Evidence.Custody;
using Terjaga.Intake;
using Terjaga.Privacy;
using Terjaga.Registry.Asking;
using Terjaga.Registry.Lists;
using Terjaga.Screening.Learning;
using Terjaga.Takedown;
using Terjaga.Takedown.Recipients;

namespace Terjaga.App;

/// <summary>Everything that must be true before the desk opens: its key, its database, its data, its first way in.</summary>
internal sealed partial class PrepareDesk(
    DeskKey key, DatabaseSetup database, CheckDeskKey check, PrepareCustodyKey custodyKey, SealPlainFiles seal, ImportOrganisations organisations, ImportLegalBases legalBases, ImportSharing sharing, PrepareLists lists, PrepareFence fence, MarkDemo demo, AskRegistry registry, PrintIndex prints, Timetable timetable, IServiceProvider services,
    PrepareFirstStart firstStart, GuardedConnections connections, DeskAddress ourselves, DeskOptions options, ILogger<PrepareDesk> logger)
{
    /// <summary>
    /// Gives the one-time link of the first administrator, or null where the desk has its officers. Throws what the key
    /// and the database throw: a desk that is not sound does not open.
    /// </summary>
    public async Task<Uri?> RunAsync(CancellationToken cancellationToken)
    {
        // Beside everything else, on another processor: the first person who asks should not wait for the engine.
        var engine = Task.Run(() => services.GetRequiredService<Screeners>().Live.Screen("lowongan"), cancellationToken);
        // The key before the database: a database without its key would pass for an old desk that lost it.
        _ = key;
        await database.RunAsync(cancellationToken);
        await fence.RunAsync(cancellationToken);
        await check.RunAsync(cancellationToken);
        await custodyKey.RunAsync(cancellationToken);
        await seal.RunAsync(cancellationToken);
        await organisations.RunAsync(DeskAreas.DataFolder, cancellationToken);
        await legalBases.RunAsync(DeskAreas.DataFolder, cancellationToken);
        await sharing.RunAsync(DeskAreas.DataFolder, cancellationToken);
        await lists.RunAsync(DeskAreas.DataFolder, cancellationToken);
        if (options.IsDemo)
        {
            await demo.RunAsync(cancellationToken);
            await lists.DemonstrateAsync(DeskAreas.DataFolder, cancellationToken);
        }

        if (await registry.PrepareAsync(cancellationToken))
            LogFictional();
        prints.Open();
        await timetable.RunAsync(cancellationToken);
        await engine;
        if (connections.FixedCount > 0)
            LogFixedNames(connections.FixedCount);
        return await firstStart.RunAsync(cancellationToken) is { } token ? ourselves.Page($"/undangan/{token}") : null;
    }

    [LoggerMessage(LogLevel.Warning, "The lists of companies are invented (--demo): a demonstration, not a real desk")]
    private partial void LogFictional();

    [LoggerMessage(LogLevel.Warning, "{Count} names lead to fixed addresses (Http:Hosts): a rehearsal, not a real desk")]
    private partial void LogFixedNames(int count);
}
