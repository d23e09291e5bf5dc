using System.Text.Json;
using System.Text.Json.Serialization;

namespace Terjaga.Takedown.Replies;

/// <summary>The phrases by which a mail is told what it is; dated rows with their source, read from the folder of data.</summary>
public sealed class ReplyPhrases
{
    /// <summary>Where the phrases are in the folder of data.</summary>
    public const string FileName = "replies.json";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter<BounceReason>() } };

    private readonly ILookup<PhraseUse, string> _byUse;
    private readonly IReadOnlyList<(BounceReason Reason, string Phrase)> _reasons;

    private ReplyPhrases(IReadOnlyList<Group> groups)
    {
        var rows = groups.SelectMany(group => group.Phrases, (group, phrase) => (Group: group, Phrase: phrase)).ToList();
        _byUse = rows.ToLookup(row => row.Group.Use, row => row.Phrase);
        _reasons = [.. rows.Where(row => row.Group.Reason is not null).Select(row => (row.Group.Reason.GetValueOrDefault(), row.Phrase))];
    }

    private sealed record File(IReadOnlyList<Group>? Groups);

    private sealed record Group(PhraseUse Use, BounceReason? Reason, string? Source, IReadOnlyList<string> Phrases);

    /// <summary>Throws <see cref="InvalidDataException"/> on what is no such file.</summary>
    public static ReplyPhrases Read(string dataFolder)
    {
        var file = JsonSerializer.Deserialize<File>(System.IO.File.ReadAllText(Path.Combine(dataFolder, FileName)), _json);
        return file?.Groups is { Count: > 0 } groups && groups.All(IsWhole)
            ? new ReplyPhrases(groups)
            : throw new InvalidDataException($"{FileName} has a group that is none.");
    }

    /// <param name="text">As <see cref="MailText.Plain"/> makes it.</param>
    internal bool Stands(PhraseUse use, string text) => _byUse[use].Any(phrase => text.Contains(phrase, StringComparison.Ordinal));

    internal bool Begins(PhraseUse use, string text) => _byUse[use].Any(phrase => text.StartsWith(phrase, StringComparison.Ordinal));

    /// <summary>Whether a phrase stands in a sentence that does not hedge it before: "if it has been removed" says nothing.</summary>
    internal bool IsSaid(PhraseUse use, string text) => _byUse[use].Any(phrase => IsSaid(phrase, text));

    /// <summary>The first of the reasons, in their order, that the words tell; null where none is.</summary>
    internal BounceReason? ReasonIn(string text, params ReadOnlySpan<BounceReason> reasons)
    {
        foreach (var reason in reasons)
        {
            foreach (var (of, phrase) in _reasons)
            {
                if (of == reason && text.Contains(phrase, StringComparison.Ordinal))
                    return reason;
            }
        }

        return null;
    }

    /// <summary>Where phrases of a use begin in a text.</summary>
    internal IEnumerable<int> Places(PhraseUse use, string text)
    {
        foreach (var phrase in _byUse[use])
        {
            for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + phrase.Length, StringComparison.Ordinal))
                yield return at + phrase.Length;
        }
    }

    private static bool IsWhole(Group group) =>
        group is { Source.Length: > 0, Phrases.Count: > 0 } && (group.Use == PhraseUse.Reason) == group.Reason is not null
        && group.Phrases.All(phrase => phrase.Length > 0 && !phrase.Any(char.IsUpper));

    private bool IsSaid(string phrase, string text)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + phrase.Length, StringComparison.Ordinal))
        {
            var from = text.AsSpan(0, at).LastIndexOfAny(".!?;") + 1;
            var before = " " + text[from..at];
            if (!_byUse[PhraseUse.Hedge].Any(hedge => before.Contains(" " + hedge, StringComparison.Ordinal)))
                return true;
        }

        return false;
    }
}
