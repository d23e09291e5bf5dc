using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Terjaga.Common.Storage;
using Terjaga.Privacy;

namespace Terjaga.App.Cli;

/// <summary><c>start</c>: runs the desk until it is told to stop.</summary>
internal static class StartVerb
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls")
        {
            Description = $"Addresses to listen on, separated by semicolons. Default: {DeskOptions.DefaultUrls}",
            HelpName = "U",
        };
        var data = new Option<string>("--data")
        {
            Description = $"Folder of the desk's data. Default: ./{DeskOptions.DefaultDataFolder}",
            HelpName = "DIR",
        };
        var role = new Option<string>("--role")
        {
            Description = "What this process does: web, worker, or both. Default: web,worker",
            HelpName = "web,worker",
        };
        var demo = new Option<bool>("--demo") { Description = "Fills a new desk with invented lists, and says so on every answer" };
        urls.Validators.Add(CheckUrls);
        role.Validators.Add(CheckRoles);

        var verb = new Verb(
            "start", "Starts the desk.", "./terjaga start --urls http://127.0.0.1:5080 --data ./terjaga-data")
        {
            urls, data, role, demo,
        };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            new Dictionary<string, string?>
            {
                [DeskOptions.UrlsKey] = parsed.GetValue(urls),
                [DeskOptions.DataFolderKey] = parsed.GetValue(data),
                [DeskOptions.RolesKey] = parsed.GetValue(role),
                [DeskOptions.DemoKey] = parsed.GetValue(demo) ? bool.TrueString : null,
            }.Where(typed => typed.Value is not null).ToDictionary(),
            cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(Dictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        await using var app = DeskHost.Build(settings);
        try
        {
            await using (var scope = app.Services.CreateAsyncScope())
            {
                var link = await scope.ServiceProvider.GetRequiredService<PrepareDesk>().RunAsync(cancellationToken);
                if (link is not null)
                    await Console.Error.WriteLineAsync($"First administrator, once and within 24 hours: {link}");
            }

            await app.StartAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is DeskKeyException or DatabaseIsNewerException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCode.NotPossibleHere;
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCode.NotPossibleHere;
        }

        foreach (var address in ListeningOn(app))
            await Console.Error.WriteLineAsync($"Listening on {address}");
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }

    private static IEnumerable<string> ListeningOn(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

    private static void CheckUrls(OptionResult option)
    {
        foreach (var url in (option.GetValueOrDefault<string>() ?? "").Split(';'))
        {
            if (!Uri.TryCreate(url.Replace("*", "any", StringComparison.Ordinal), UriKind.Absolute, out var address)
                || address.Scheme is not ("http" or "https"))
            {
                option.AddError($"'{url}' is no address to listen on.");
            }
        }
    }

    private static void CheckRoles(OptionResult option)
    {
        foreach (var unknown in DeskOptions.ReadRoles(option.GetValueOrDefault<string>()).Except(DeskOptions.KnownRoles))
            option.AddError($"There is no role '{unknown}'; there are: web, worker.");
    }
}
