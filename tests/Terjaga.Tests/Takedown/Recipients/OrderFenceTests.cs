using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Takedown;
using Terjaga.Takedown.Recipients;
using Terjaga.Tests.Casework;

namespace Terjaga.Tests.Takedown.Recipients;

public sealed class OrderFenceTests(ScratchPostgres postgres)
{
    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task An_order_of_an_invented_place_stands_at_no_real_recipient_even_where_a_program_errs(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.Settings);
        site.Pages["/a"] = "<p>x</p>";
        var id = await DecideCaseTests.OpenAsync(desk, $"http://{TestSite.Host}/a");
        await desk.TakeAllAsync(id, CaseStep.Verify, CaseStep.HandOver);
        var real = await AddAsync(desk, "Sungguhan", "sungguhan.id", "abuse@sungguhan.id");
        var invented = await AddAsync(desk, "Rekaan", TestSite.Host, $"abuse@{TestSite.Host}");

        Expect.Problem("order.nothing-to-order", await desk.DraftAsync(id, real));
        Expect.Problem("order.test-mixed", await desk.RunAsync<ChooseContact, Result<ChooseContact.Choice>>(choose => choose.RunAsync(
            new(TestDesk.As(Role.KomdigiOfficer), id, TestSite.Host, "Salah.", RecipientId: real), TestContext.Current.CancellationToken)));
        Expect.Value(await desk.DraftAsync(id, invented));

        var drafted = Assert.Single(await desk.OrdersAsync());
        Assert.True(drafted.IsTest);
        await Assert.ThrowsAnyAsync<Exception>(() => desk.ReadAsync(db => db.Orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.RecipientId, real))));
        await Assert.ThrowsAnyAsync<Exception>(() => desk.ReadAsync(db => db.Orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.IsTest, false))));
        Assert.Equal(invented, Assert.Single(await desk.OrdersAsync()).RecipientId);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task On_a_demonstration_no_real_recipient_is_ever_turned_on_also_after_a_start_without_it(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var (real, invented) = (await AddAsync(desk, "Sungguhan", "sungguhan.id", "abuse@sungguhan.id"), await AddAsync(desk, "Rekaan", "situs.example", "abuse@situs.example"));
        for (var start = 0; start < 2; start++)
        {
            await desk.RunAsync<MarkDemo, bool>(async mark =>
            {
                await mark.RunAsync(TestContext.Current.CancellationToken);
                return true;
            });
        }

        Expect.Problem("order.demo-desk", await SwitchRecipientTests.SwitchAsync(desk, TestDesk.As(Role.Administrator), real, isEnabled: true));
        Expect.Value(await SwitchRecipientTests.SwitchAsync(desk, TestDesk.As(Role.Administrator), invented, isEnabled: true));
    }

    [Theory]
    [InlineData(true, "situs.example", false, null)]
    [InlineData(true, "situs.example", true, null)]
    [InlineData(false, "situs.id", false, null)]
    [InlineData(false, "situs.id", true, "order.demo-desk")]
    [InlineData(false, "SITUS.Example.", false, "order.test-mixed")]
    [InlineData(false, "www.example.com", false, "order.test-mixed")]
    [InlineData(true, "myexample.com", false, "order.test-mixed")]
    public void The_fence_lets_invented_to_invented_and_real_to_real(bool isTest, string host, bool isDemo, string? code) =>
        Assert.Equal(code, OrderFence.Refuse(isTest, host, isDemo)?.Code);

    private static async Task<Guid> AddAsync(TestDesk desk, string name, string host, string mail) =>
        Expect.Value(await desk.RunAsync<SaveRecipient, Result<SaveRecipient.Saved>>(save => save.RunAsync(
            new(TestDesk.As(Role.KomdigiOfficer), name, host, RecipientChannel.Mail, mail, null, false, "uji"), TestContext.Current.CancellationToken))).Id;
}
