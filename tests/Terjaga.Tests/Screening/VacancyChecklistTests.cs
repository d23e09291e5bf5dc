using Terjaga.Intake;
using Terjaga.Screening.Vacancies;

namespace Terjaga.Tests.Screening;

public sealed class VacancyChecklistTests
{
    private static readonly VacancyChecklist _checklist =
        VacancyChecklist.Parse(File.ReadAllText(Path.Combine(SharedFolder.Root, "data", IntakeArea.ChecklistFile)));

    private static readonly Dictionary<string, ChecklistState> _noList = [];

    [Fact]
    public void There_are_the_sixteen_rows() => Assert.Equal(Enumerable.Range(1, 16), _checklist.Rows.Select(row => row.Number));

    [Theory]
    [InlineData("Kerja di Hong Kong, gaji HKD 5.100 per bulan", "destination", ChecklistState.Present)]
    [InlineData("Kerja di Hong Kong, gaji HKD 5.100 per bulan", "wage", ChecklistState.Present)]
    [InlineData("Kerja di Hong Kong, gaji HKD 5.100 per bulan", "hours", ChecklistState.Absent)]
    [InlineData("Loker Hong Kong, libur satu hari, jam kerja 8 jam", "hours", ChecklistState.Present)]
    [InlineData("Loker Malaysia gaji 12 juta berangkat pakai visa turis dulu", "visa", ChecklistState.Contradicts)]
    [InlineData("Loker Malaysia gaji 12 juta", "agency-licence", ChecklistState.Unknown)]
    public void A_row_is_present_absent_or_contradicted_by_what_the_text_says(string text, string row, ChecklistState state) =>
        Assert.Equal(state, StateOf(text, row, _noList));

    [Theory]
    [InlineData(ChecklistState.Present)]
    [InlineData(ChecklistState.Absent)]
    [InlineData(ChecklistState.Contradicts)]
    public void A_row_that_only_lists_can_tell_is_as_they_say(ChecklistState said) =>
        Assert.Equal(said, StateOf("Loker Malaysia", "permit", new() { ["permit"] = said }));

    private static ChecklistState StateOf(string text, string row, Dictionary<string, ChecklistState> byLists) =>
        _checklist.Check(text, ShippedScreener.WithModel.Screen(text), byLists).Single(item => item.Id == row).State;
}
