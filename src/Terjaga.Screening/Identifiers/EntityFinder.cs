using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Identifiers;

/// <summary>Finds everything that identifies somebody or can be counted, each by its own finder.</summary>
internal sealed class EntityFinder
{
    private readonly Gazetteer _gazetteer;
    private readonly WordIndex _words;
    private readonly DigitGroups _groups;
    private readonly PhoneFinder _phones;
    private readonly AccountFinder _accounts;
    private readonly LinkFinder _links;
    private readonly HandleFinder _handles;
    private readonly CountryFinder _countries;
    private readonly MoneyReader _money;
    private readonly WageFinder _wages;
    private readonly AgencyFinder _agencies;
    private readonly LicenceFinder _licences;
    private readonly DateFinder _dates;
    private readonly DeadlineFinder _deadlines;
    private readonly HostReader _hosts;

    public EntityFinder(Gazetteer gazetteer, WordIndex words)
    {
        var spellings = new Spellings(gazetteer);
        (_gazetteer, _words) = (gazetteer, words);
        (_groups, _phones, _accounts) = (new DigitGroups(words), new PhoneFinder(words), new AccountFinder(words));
        (_links, _handles, _countries) = (new LinkFinder(gazetteer, spellings), new HandleFinder(words, spellings), new CountryFinder(words, spellings));
        (_money, _wages) = (new MoneyReader(words, new MoneyWords(gazetteer, spellings)), new WageFinder(words, spellings));
        (_agencies, _licences) = (new AgencyFinder(spellings), new LicenceFinder(words));
        (_dates, _deadlines, _hosts) = (new DateFinder(words), new DeadlineFinder(words), new HostReader(gazetteer));
    }

    /// <param name="hits">All phrases, of which those of the gazetteer are taken.</param>
    /// <param name="channel">Where the text was posted; null where that is not known.</param>
    public Entities Find(string original, NormalisedText text, List<Word> words, List<PhraseIndex.Hit> hits, string? channel)
    {
        var post = new Post(
            original, text, words.ConvertAll(word => new Tokens.Token(word.Start, word.End, word.AfterBreak)), _words.Cues(hits), channel);
        var links = _links.Find(original);
        var licences = _licences.Find(post);
        var groups = _groups.Read(post).FindAll(group => !post.Taken.Covers(group.Start));
        var phones = _phones.Find(post, groups);
        var accounts = _accounts.Find(post, groups, phones);
        var handles = _handles.Find(post, links, phones);
        var countries = _countries.Find(post);
        var (wages, fees) = _wages.Find(post, _money.Find(post), countries.Count > 0 ? countries[0].Code : null);
        var dates = _dates.Find(post, groups);
        var days = _deadlines.Find(post, groups);
        var hosts = links.Select(link => link.Host).Distinct(StringComparer.Ordinal).ToList();
        return new Entities(
            [.. phones.Select(phone => phone.Number).Distinct(StringComparer.Ordinal)], [.. accounts.Select(found => found.Account)],
            [.. links.Select(link => link.Url).Distinct(StringComparer.Ordinal)], hosts,
            [.. hosts.Select(_gazetteer.Suffixes.RegistrableDomain).OfType<string>().Distinct(StringComparer.Ordinal)],
            [.. handles.Select(found => found.Handle).Distinct(StringComparer.Ordinal)],
            [.. _agencies.Find(post).Select(found => found.Name).Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. countries.Select(found => found.Code).Distinct(StringComparer.Ordinal)], wages, fees, licences,
            AgeFinder.Find(post), [.. dates.Select(found => found.Day).Distinct()], days)
        {
            HasDeadline = days.Count > 0 || _deadlines.HasLimit(post, dates),
            HostTraits = _hosts.Of(hosts),
        };
    }
}
