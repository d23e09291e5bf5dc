using System.Text.Json;

namespace Terjaga.App.Help;

/// <summary>Who helps people in danger, read once at the start; needs no database and is never empty.</summary>
public sealed class HelpContacts
{
    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web);

    private HelpContacts(IReadOnlyList<HelpContact> all) => All = all;

    /// <summary>All that were checked in a source; what is only hearsay waits in the file until somebody checks it.</summary>
    public IReadOnlyList<HelpContact> All { get; }

    /// <summary>Those at the foot of every page, in the order of the file.</summary>
    public IEnumerable<HelpContact> Urgent => All.Where(c => c.IsUrgent);

    /// <summary>Those of some countries (ISO 3166-1) first, then those at the foot of every page.</summary>
    public IEnumerable<HelpContact> For(IReadOnlyList<string> countries) =>
        All.Where(c => c.Countries.Any(countries.Contains)).Concat(Urgent).Concat(All.Where(c => c.IsAbroad)).Distinct();

    /// <summary>Whom to call when money is gone.</summary>
    public IEnumerable<HelpContact> OfMoney => All.Where(c => c.IsForMoney);

    /// <summary>Reads the file that officers edit; if it cannot be read, the copy that the executable carries.</summary>
    public static HelpContacts Load(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return Read(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            using var stream = typeof(HelpContacts).Assembly.GetManifestResourceStream("hotlines.json")
                ?? throw new InvalidOperationException("The executable was built without hotlines.json.", exception);
            return Read(stream);
        }
    }

    private static HelpContacts Read(Stream stream)
    {
        var list = JsonSerializer.Deserialize<HelpList>(stream, _format) ?? throw new JsonException("Empty list.");
        var shown = list.Contacts.Where(c => c.Confidence != "G").ToList();
        return shown.Any(c => c.IsUrgent) ? new(shown) : throw new JsonException("No urgent contact.");
    }

    private sealed record HelpList(IReadOnlyList<HelpContact> Contacts);
}
