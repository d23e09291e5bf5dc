using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Terjaga.App;
using Terjaga.Registry;
using Terjaga.Registry.Lists;
using Terjaga.Registry.Sources;

namespace Terjaga.Tests.Registry.Sources;

public sealed class ListSourceTests(ScratchPostgres postgres)
{
    private const string Head = "# owner: KP2MI\n# asOf: 2026-11-20\nsip3mi,nama,status\n";

    private const string Two = Head + "55/2024,PT Lintang Karunia Sembada,active\n56/2024,PT Arunika Bahtera Jaya,active\n";

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task The_first_list_of_a_source_is_in_use_and_the_next_waits_for_an_officer_once(string database)
    {
        await using var site = await TestSite.StartAsync();
        site.Pages["/daftar.csv"] = Two;
        await using var desk = await OpenAsync(database, site, []);

        await desk.WorkAsync();
        Assert.Equal([SnapshotState.Live], await StatesAsync(desk));

        site.Pages["/daftar.csv"] = Head + "55/2024,PT Lintang Karunia Sembada,active\n";
        await PassAsync(desk, TimeSpan.FromHours(5));
        Assert.Equal([SnapshotState.Live], await StatesAsync(desk));
        await PassAsync(desk, TimeSpan.FromHours(2));
        await PassAsync(desk, TimeSpan.FromHours(7));

        Assert.Equal([SnapshotState.Waiting, SnapshotState.Live], await StatesAsync(desk));
        Assert.Equal(["shrinking"], (await AlarmsAsync(desk)).Select(alarm => alarm.Kind));
    }

    [Theory]
    [InlineData(500, null, "fetch.status")]
    [InlineData(null, "", "table.empty")]
    [InlineData(null, "a,b\n1,2\n", "list.columns-unknown")]
    public async Task A_source_that_gives_no_list_says_why_and_is_well_again_when_it_does(int? trouble, string? file, string code)
    {
        await using var site = await TestSite.StartAsync();
        await using var mail = new TestMail();
        await using var desk = await OpenAsync("sqlite", site, mail.Settings);
        (site.Trouble, site.Pages["/daftar.csv"]) = (trouble, file ?? Two);

        await desk.WorkAsync();
        await PassAsync(desk, TimeSpan.FromDays(1));

        Assert.Equal([(RegistryList.Agencies, "fetch", code)], (await AlarmsAsync(desk)).Select(alarm => (alarm.List, alarm.Kind, alarm.Detail)));
        var told = Assert.Single(mail.Taken.DistinctBy(message => message.MessageId));
        Assert.Equal("daftar@kp2mi.example", told.To.ToString());
        Assert.Contains($"Perusahaan penempatan: tidak dapat diambil dari sumbernya ({code})", told.TextBody, StringComparison.Ordinal);
        Assert.Contains("Placement companies: could not be fetched", told.TextBody, StringComparison.Ordinal);

        (site.Trouble, site.Pages["/daftar.csv"]) = (null, Two);
        await PassAsync(desk, TimeSpan.FromHours(7));
        Assert.Empty(await AlarmsAsync(desk));
    }

    [Theory]
    [InlineData("http://kp2mi.example/daftar.csv", "24")]
    [InlineData("https://localhost/daftar.csv", "24")]
    [InlineData("daftar", "24")]
    [InlineData("https://kp2mi.example/daftar.csv", "0")]
    [InlineData("https://kp2mi.example/daftar.csv", "169")]
    public void A_source_that_is_no_public_https_address_stops_the_start(string address, string hours)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Registry:Sources:0:List"] = "agencies",
            ["Registry:Sources:0:Address"] = address,
            ["Registry:Sources:0:Hours"] = hours,
        }).Build();

        Assert.Throws<ValidationException>(() => settings.Read<RegistryOptions>(RegistryOptions.Section));
    }

    /// <remarks>The site of a test has no certificate, so the source is put in place behind the check of the settings.</remarks>
    private Task<TestDesk> OpenAsync(string database, TestSite site, Dictionary<string, string?> settings) => TestDesk.OpenAsync(
        database, postgres, new Dictionary<string, string?>(site.Settings.Concat(settings)),
        services => services.Replace(ServiceDescriptor.Singleton(new RegistryOptions
        {
            Sources = [new ListSource { List = RegistryList.Agencies, Address = $"http://{TestSite.Host}/daftar.csv", Hours = 6 }],
            AlarmMail = "daftar@kp2mi.example",
        })));

    private static Task PassAsync(TestDesk desk, TimeSpan time)
    {
        desk.Clock.Advance(time);
        return desk.WorkAsync();
    }

    private static async Task<IEnumerable<SnapshotState>> StatesAsync(TestDesk desk) =>
        (await desk.RunAsync<ReadLists, IReadOnlyList<ReadLists.OneList>>(read => read.AllAsync(TestContext.Current.CancellationToken)))
            .Single(list => list.List == RegistryList.Agencies).Snapshots.Select(s => s.State);

    private static Task<IReadOnlyList<ReadAlarms.Alarm>> AlarmsAsync(TestDesk desk) =>
        desk.RunAsync<ReadAlarms, IReadOnlyList<ReadAlarms.Alarm>>(read => read.RunAsync(TestContext.Current.CancellationToken));
}
