using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Campaigns;
using Terjaga.App.Casework;
using Terjaga.App.Casework.Bulk;
using Terjaga.App.Casework.Care;
using Terjaga.App.Casework.Danger;
using Terjaga.App.Evidence;
using Terjaga.App.Health;
using Terjaga.App.Help;
using Terjaga.App.Home;
using Terjaga.App.Intake;
using Terjaga.App.Intake.Checking;
using Terjaga.App.Literacy;
using Terjaga.App.Offline;
using Terjaga.App.Privacy;
using Terjaga.App.Registry;
using Terjaga.App.Screening;
using Terjaga.App.Takedown;
using Terjaga.App.Takedown.Escalation;
using Terjaga.App.Takedown.Platforms;
using Terjaga.App.Takedown.Recipients;
using Terjaga.App.Transparency;
using Terjaga.App.Work;
using Terjaga.Campaigns;
using Terjaga.Casework;
using Terjaga.Casework.Care;
using Terjaga.Casework.Danger;
using Terjaga.Common.Http;
using Terjaga.Common.Mail;
using Terjaga.Common.Repeating;
using Terjaga.Common.Storage;
using Terjaga.Common.Work;
using Terjaga.Evidence;
using Terjaga.Evidence.Browsing;
using Terjaga.Evidence.Custody;
using Terjaga.Evidence.Store;
using Terjaga.Intake;
using Terjaga.Literacy;
using Terjaga.Privacy;
using Terjaga.Privacy.Opening;
using Terjaga.Registry;
using Terjaga.Registry.Sources;
using Terjaga.Screening;
using Terjaga.Takedown;
using Terjaga.Takedown.Replies;
using Terjaga.Transparency;

namespace Terjaga.App;

/// <summary>All areas, as two lists: what they need, and their pages and calls.</summary>
internal static class DeskAreas
{
    /// <summary>What officers may edit; it goes with the executable.</summary>
    public static string DataFolder { get; } = Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>One line for each area that needs services.</summary>
    public static void Add(WebApplicationBuilder builder, DeskOptions desk)
    {
        var services = builder.Services;
        var settings = builder.Configuration;
        services.AddSingleton(new DeskAddress(desk.PublicUrl));
        services.AddStorage(new StorageOptions { DataFolder = desk.DataFolder, ConnectionString = desk.ConnectionString });
        services.AddWork(desk.IsWorker);
        services.AddRepeating();
        services.AddGuardedHttp(settings.Read<HttpOptions>(HttpOptions.Section));
        services.AddMail(settings.Read<MailOptions>(MailOptions.Section));
        var accounts = settings.Read<AccountsOptions>(AccountsOptions.Section);
        // A demonstration opens by a password, as scripts do.
        accounts = desk.IsDemo ? accounts with { SecondFactor = SecondFactor.Optional } : accounts;
        services.AddAccounts(accounts).AddSessions(desk, accounts).AddScoped<AccountView>().AddScoped<OfficersView>();
        services.AddPrivacy().AddOpenings(DataFolder);
        services.AddRegistry(DataFolder, settings.Read<RegistryOptions>(RegistryOptions.Section));
        services.AddScreening(DataFolder);
        services.AddCustody(settings.Read<StampOptions>(StampOptions.Section));
        services.AddEvidence(settings.Read<BrowserOptions>(BrowserOptions.Section), settings.Read<S3Options>(S3Options.Section));
        services.AddCampaigns(DataFolder);
        services.AddCasework().AddDanger(DataFolder).AddCare(DataFolder).AddSingleton<QueueNews>().AddScoped<ReadQueueView>().AddScoped<ReadCaseView>().AddScoped<ReadCampaignView>()
            .AddScoped<ReadDangerView>().AddScoped<AskShare>().AddScoped<ReadOpenings>();
        services.AddTakedown(DataFolder, settings.Read<WatchOptions>(WatchOptions.Section));
        services.AddReplies(DataFolder, settings.Read<ReplyOptions>(ReplyOptions.Section));
        services.AddIntake(DataFolder).AddIntakeDoors().AddCheckDoors();
        services.AddTransparency();
        services.AddHelp();
        services.AddLiteracy().AddLessons(DataFolder);
        services.AddOffline();
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database").AddCheck<ParkedWorkCheck>("work");
        services.AddScoped<PrepareDesk>().AddScoped<Timetable>();
    }

    /// <summary>One line for each area that has pages or calls; a process that only works answers for its health alone.</summary>
    public static void Map(IEndpointRouteBuilder routes, DeskOptions desk)
    {
        routes.MapHealth();
        if (!desk.IsWeb)
            return;
        routes.MapHome();
        routes.MapHelp();
        routes.MapIntakePages();
        routes.MapIntakeCalls();
        routes.MapCheckPages();
        routes.MapCheckCalls();
        routes.MapLessonPages();
        routes.MapWarningPages();
        routes.MapWarningCalls();
        routes.MapOffline();
        routes.MapCustodyPages();
        routes.MapEvidencePages();
        routes.MapCustodyCalls();
        routes.MapAccountsPages();
        routes.MapAccountsCalls();
        MapCases(routes);
        routes.MapScreeningPages();
        routes.MapTakedownPages();
        routes.MapRemovals();
        routes.MapEscalation();
        routes.MapRecipientPages();
        routes.MapLegalBasisPages();
        routes.MapTakedownCalls();
        routes.MapRecipientCalls();
        routes.MapRecipientKeys();
        routes.MapHandOver();
        routes.MapPlatformPages();
        routes.MapPlatformCalls();
        routes.MapContacts();
        routes.MapRegistryPages();
        routes.MapPartnerPages();
        routes.MapFigures();
        routes.MapWork();
    }

    private static void MapCases(IEndpointRouteBuilder routes)
    {
        routes.MapCaseworkPages();
        routes.MapQueuePages();
        routes.MapQueueCalls();
        routes.MapCaseworkCalls();
        routes.MapBulkPages();
        routes.MapBulkCalls();
        routes.MapNotes();
        routes.MapAppeals();
        routes.MapSharing();
        routes.MapDangerPages();
        routes.MapDangerCalls();
        routes.MapOpeningPages();
        routes.MapOpeningCalls();
        routes.MapCampaignPages();
        routes.MapLinkPages();
        routes.MapCampaignCalls();
    }
}
