using System.Reflection;
using CsCheck;
using Terjaga.Casework;
using Terjaga.Screening;
using Terjaga.Tests.Rules;

namespace Terjaga.Tests.Casework;

public sealed class CaseFlowTests
{
    private static readonly Actor _by = Actor.Machine("test");

    /// <summary>Every kind that the desk knows, also those that say nothing about the state.</summary>
    private static readonly string[] _kinds =
    [
        .. CaseFlow.Steps.Select(s => s.Kind)
            .Union(typeof(CaseEvents).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)),
    ];

    [Fact]
    public void Random_events_never_reach_a_state_that_the_table_does_not_name_and_the_state_is_what_the_events_make_of_it() =>
        Gen.Int[0, _kinds.Length - 1].Array[0, 60].Sample(numbers =>
        {
            var (file, opened) = Open();
            List<string> happened = [opened.Kind];
            foreach (var kind in numbers.Select(number => _kinds[number]))
            {
                var (before, version) = (file.State, file.Version);
                if (CaseFlow.Allows(before, kind))
                {
                    happened.Add(file.Happen(DateTimeOffset.UnixEpoch, kind, _by).Kind);
                    Assert.True(file.State == before || CaseFlow.Steps.Any(s => s.From == before && s.Kind == kind && s.To == file.State));
                }
                else
                {
                    Assert.Throws<InvalidOperationException>(() => file.Happen(DateTimeOffset.UnixEpoch, kind, _by));
                    Assert.Equal((before, version), (file.State, file.Version));
                }
            }

            Assert.Equal(happened.Aggregate(CaseState.New, CaseEvents.Next), file.State);
        });

    [Fact]
    public void Nothing_is_ordered_that_was_not_verified_and_handed_over_since_it_was_new() =>
        Gen.Int[0, _kinds.Length - 1].Array[0, 60].Sample(numbers =>
        {
            var (state, isVerified) = (CaseState.New, false);
            foreach (var kind in numbers.Select(number => _kinds[number]).Where(kind => !kind.StartsWith("case.restored-", StringComparison.Ordinal)))
            {
                if (CaseFlow.Next(state, kind) is not { } next)
                    continue;
                isVerified = next is not (CaseState.New or CaseState.Dismissed or CaseState.Correcting) && (isVerified || kind == CaseEvents.Verified);
                Assert.True(isVerified || next is CaseState.New or CaseState.Dismissed or CaseState.Correcting, $"{kind}: {state} to {next}");
                state = next;
            }
        });

    [Theory]
    [InlineData(CaseState.New, "case.handed-over")]
    [InlineData(CaseState.New, "case.ordered")]
    [InlineData(CaseState.Verified, "case.accepted")]
    [InlineData(CaseState.Verified, "case.dismissed")]
    [InlineData(CaseState.Returned, "case.ordered")]
    [InlineData(CaseState.Dismissed, "case.verified")]
    [InlineData(CaseState.Dismissed, "case.undone-returned")]
    [InlineData(CaseState.New, "case.undone-verified")]
    [InlineData(CaseState.New, "case.correction-due")]
    [InlineData(CaseState.Ordered, "case.undone-handedover")]
    [InlineData(CaseState.Ordered, "case.closed-removed")]
    [InlineData(CaseState.Closed, "case.gone")]
    public void What_cannot_happen_is_refused_by_the_case_itself(CaseState state, string kind) => Assert.False(CaseFlow.Allows(state, kind));

    [Fact]
    public void A_pair_of_state_and_event_leads_to_one_state_and_every_state_is_reached()
    {
        Assert.Equal(CaseFlow.Steps.Count, CaseFlow.Steps.Select(s => (s.From, s.Kind)).Distinct().Count());
        Assert.Equal(Enum.GetValues<CaseState>(), CaseFlow.Steps.Select(s => s.To).Distinct().Order());
    }

    [Fact]
    public void Every_step_that_changes_the_state_is_in_the_document() => ApprovedText.CheckPart("docs/flow.md", "flow", string.Join('\n',
    [
        "| in the state | event | leads to |", "|---|---|---|",
        .. CaseFlow.Steps.Select(s => $"| {s.From} | `{s.Kind}` | {(s.From == s.To ? "stays" : s.To)} |"), "",
    ]));

    private static (CaseFile File, Terjaga.Common.Events.DeskEvent Event) Open() =>
        CaseFile.Open(DateTimeOffset.UnixEpoch, "", new ScreeningSummary(Band.None, 0, false, null!), _by);
}
