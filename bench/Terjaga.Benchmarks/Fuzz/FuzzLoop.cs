using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Terjaga.Benchmarks.Screen;

namespace Terjaga.Benchmarks.Fuzz;

/// <summary>Screens changed texts as long as it is told to, and keeps each that goes a new way through the engine.</summary>
internal sealed class FuzzLoop(BranchMap map, ShippedEngine engine, Random random, string findings)
{
    /// <summary>Findings after which it stops: the next ones are mostly the same again.</summary>
    private const int MaxFindings = 10;

    /// <summary>A text that goes a new way is also repeated to this length, in UTF-16 units, to see whether time grows with the square.</summary>
    private const int LongLength = 20_000;

    private static readonly TimeSpan _saying = TimeSpan.FromSeconds(30);

    private readonly List<byte[]> _kept = [];

    private readonly HashSet<string> _found = [];

    private long _runs;

    /// <summary>Answers with figures; the texts that fail are in the folder of findings.</summary>
    public JsonObject Run(IEnumerable<string> seeds, TimeSpan time)
    {
        var begun = Stopwatch.GetTimestamp();
        foreach (var seed in seeds.Select(HostileInput.BytesOf))
            Try(seed, isSeed: true);
        var (seeded, changes) = (map.Count, new Mutations(random, Words()));
        Progress.Say($"{_kept.Count} seeds go {seeded} ways");
        var said = TimeSpan.Zero;
        for (var elapsed = said; elapsed < time && _found.Count < MaxFindings; elapsed = Stopwatch.GetElapsedTime(begun))
        {
            Try(changes.Change(_kept[random.Next(_kept.Count)], _kept[random.Next(_kept.Count)]), isSeed: false);
            if (elapsed - said < _saying)
                continue;
            said = elapsed;
            Progress.Say($"{_runs} texts, {_kept.Count} kept, {map.Count} ways, {_found.Count} findings");
        }

        return new JsonObject
        {
            ["texts"] = _runs,
            ["textsPerSecond"] = Math.Round(_runs / Stopwatch.GetElapsedTime(begun).TotalSeconds),
            ["branchesOfSeeds"] = seeded,
            ["branches"] = map.Count,
            ["kept"] = _kept.Count,
            ["findings"] = new JsonArray([.. _found.Select(found => (JsonNode)found)]),
        };
    }

    private void Try(byte[] bytes, bool isSeed)
    {
        var (text, channel) = (HostileInput.TextOf(bytes), HostileInput.ChannelOf(bytes));
        map.Begin();
        var fault = AnswerCheck.FaultOf(engine.Screener, text, channel);
        _runs++;
        if (fault is null && (map.HasNew() || isSeed))
        {
            _kept.Add(bytes.Length <= Mutations.MaxLength ? bytes : bytes[..Mutations.MaxLength]);
            fault = text.Length is 0 or >= LongLength ? null : AnswerCheck.FaultOf(engine.Screener, HostileTexts.Of(text, LongLength), channel);
        }

        if (fault is not null)
            Keep(bytes, fault);
    }

    /// <summary>One file for each kind of fault, told by its first two lines.</summary>
    private void Keep(byte[] bytes, string fault)
    {
        var kind = string.Join('\n', fault.Split('\n').Take(2).Select(line => new string([.. line.Where(c => !char.IsAsciiDigit(c))])));
        if (!_found.Add(kind))
            return;
        Directory.CreateDirectory(findings);
        var name = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
        File.WriteAllBytes(Path.Combine(findings, name + ".bytes"), bytes);
        File.WriteAllText(Path.Combine(findings, name + ".txt"), string.Create(CultureInfo.InvariantCulture, $"{fault}\n\n{HostileInput.TextOf(bytes)}\n"));
        Progress.Say($"{name}: {kind}");
    }

    /// <summary>What the engine knows, and signs that mean something to it.</summary>
    private string[] Words() =>
    [
        .. engine.Catalogue.Signals.SelectMany(signal => signal.Phrases), .. engine.Catalogue.Words.Values.SelectMany(words => words),
        .. engine.Gazetteer.Words.Words.SelectMany(row => row.Words), .. engine.Gazetteer.Hosts.Official, .. engine.Gazetteer.Hosts.Imitated,
        "+62", "0812", "wa.me/62", "https://", "hxxp", "[.]", "@", "Rp ", "jt", "s/d", "-", "/", ".", ",", "\n", "\"", "\u200d", "\ufdfa", "\u0301", "🇰🇭",
        "a.n.", "H-", "12/05/2026", "xn--", "％", "٣", "𝟎",
    ];
}
