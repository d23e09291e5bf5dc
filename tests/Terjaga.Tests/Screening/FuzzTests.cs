using Terjaga.Benchmarks.Fuzz;
using Terjaga.Screening;

namespace Terjaga.Tests.Screening;

/// <summary>The seeds and a short, repeatable run of what <c>./terjaga bench fuzz</c> does for as long as it is told to.</summary>
public sealed class FuzzTests
{
    private const int ChangedTexts = 1_500;

    private static readonly IReadOnlyList<string> _seeds = Seeds.Read(Path.Combine(SharedFolder.Root, "bench", "Terjaga.Benchmarks", "Fuzz", "seeds"));

    [Fact]
    public void Every_seed_is_answered_soundly_and_in_time_with_and_without_a_model()
    {
        Assert.NotEmpty(_seeds);
        foreach (var seed in _seeds)
        {
            Assert.Null(AnswerCheck.FaultOf(ShippedScreener.WithModel, seed, "telegram_group"));
            Assert.Null(AnswerCheck.FaultOf(ShippedScreener.RulesAlone, seed, null));
        }
    }

    [Fact]
    public void A_seed_that_is_repeated_to_the_longest_text_takes_no_more_time_for_each_character()
    {
        foreach (var seed in _seeds)
            Assert.Null(AnswerCheck.FaultOf(ShippedScreener.WithModel, string.Concat(Enumerable.Repeat(seed, (Screener.MaxTextLength / seed.Length) + 1)), null));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20261125)]
    public void Seeds_that_are_changed_at_random_are_answered_soundly_and_in_time(int seed)
    {
        var random = new Random(seed);
        var changes = new Mutations(random, [.. ShippedScreener.Gazetteer.Words.Words.SelectMany(row => row.Words)]);
        var inputs = _seeds.Select(HostileInput.BytesOf).Where(bytes => bytes.Length < Mutations.MaxLength).ToList();
        for (var i = 0; i < ChangedTexts; i++)
        {
            var bytes = changes.Change(inputs[random.Next(inputs.Count)], inputs[random.Next(inputs.Count)]);
            if (AnswerCheck.FaultOf(ShippedScreener.WithModel, HostileInput.TextOf(bytes), HostileInput.ChannelOf(bytes)) is { } fault)
                Assert.Fail($"{fault}\n{Convert.ToBase64String(bytes)}");
            inputs[random.Next(inputs.Count)] = bytes;
        }
    }

    [Fact]
    public void Seeds_have_halves_of_characters_and_repetitions()
    {
        Assert.Equal("a\ud83db", Seeds.Parse("a\\uD83Db"));
        Assert.Equal("ab ab ab ", Seeds.Parse("*3 ab "));
        Assert.Equal("a\ud83db", HostileInput.TextOf(HostileInput.BytesOf("a\ud83db")));
        Assert.Equal("größe", HostileInput.TextOf(HostileInput.BytesOf("größe")));
        Assert.Contains(_seeds, seed => seed.Any(char.IsSurrogate) && seed.Contains('\0', StringComparison.Ordinal));
    }

    [Fact]
    public void A_planted_fault_of_an_answer_is_seen()
    {
        const string Text = "visa turis, gaji 15jt";
        var right = ShippedScreener.WithModel.Screen(Text);
        var wage = Assert.Single(right.Entities.Wages);

        Assert.Null(AnswerCheck.FaultOf(Text, right));
        Assert.NotNull(AnswerCheck.FaultOf(Text, right with { Score = double.NaN }));
        Assert.NotNull(AnswerCheck.FaultOf(Text, right with { Context = "gossip" }));
        Assert.NotNull(AnswerCheck.FaultOf(Text, right with { Signals = [right.Signals[0] with { End = Text.Length + 1 }] }));
        Assert.NotNull(AnswerCheck.FaultOf(Text, right with { Entities = right.Entities with { Wages = [wage with { AmountMin = wage.AmountMax + 1 }] } }));
        Assert.NotNull(AnswerCheck.FaultOf(Text, right with { Entities = right.Entities with { Phones = ["0812"] } }));
        Assert.NotNull(AnswerCheck.FaultOf(Text, right with { Why = new Explanation(0, [new ScorePart(ScorePart.Text, 5, 4, 1)]) }));
    }

    [Fact]
    public void An_exception_is_a_fault()
    {
        using var disposed = new Screener(ShippedScreener.Catalogue, ShippedScreener.Gazetteer, ShippedScreener.Model);
        disposed.Dispose();

        Assert.Contains(nameof(ObjectDisposedException), AnswerCheck.FaultOf(disposed, "gaji", null), StringComparison.Ordinal);
    }
}
