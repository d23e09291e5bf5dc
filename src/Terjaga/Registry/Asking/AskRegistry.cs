namespace Terjaga.Registry.Asking;

/// <summary>Asks all lists about what a text says. What is not in a list is only not in that list.</summary>
public sealed class AskRegistry(TerjagaDb db, Registers registers, PermitList permits, TimeProvider clock)
{
    /// <summary>Companies and numbers of one text that are asked about.</summary>
    public const int MaxAsked = 10;

    /// <summary>Rows about costs that are told: a reader on a phone reads no more.</summary>
    private const int MaxCosts = 2;

    /// <summary>Every country, every sector.</summary>
    private const string Anything = "*";

    /// <summary>Reads the lists, so that the first question need not wait for it; tells whether they are invented.</summary>
    public async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        await registers.RefreshAsync(db, cancellationToken);
        return registers.IsFictional;
    }

    public async Task<RegistryAnswer> RunAsync(Question question, CancellationToken cancellationToken)
    {
        await registers.RefreshAsync(db, cancellationToken);
        var (now, today) = (registers.Now, WibTime.Today(clock));
        var agencies = new List<AgencyAnswer>();
        var named = new HashSet<AgencyList.Company>();
        foreach (var written in question.Agencies.Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxAsked))
            agencies.Add(await OfNameAsync(written, now, question, named, today, cancellationToken));
        foreach (var company in (now.Agencies?.FindIn(question.Text) ?? []).Take(MaxAsked))
        {
            if (named.Add(company))
                agencies.Add(await OfCompanyAsync(company.Head.Name, company, isSame: true, now, question, today, cancellationToken));
        }

        var numbers = new List<NumberAnswer>();
        foreach (var licence in question.Numbers.Take(MaxAsked))
        {
            if (await OfNumberAsync(licence, now, named, today, cancellationToken) is { } number)
                numbers.Add(number);
        }

        return new RegistryAnswer(
            agencies, numbers, Contacts(question, now), [.. question.Countries.SelectMany(country => now.Countries[country])],
            [.. now.Costs.Where(cost => cost is { Sector: Anything, NoteId: not null } && (cost.Country == Anything || question.Countries.Contains(cost.Country))).Take(MaxCosts)],
            [.. now.Lists.Select(live => new ListAge(
                live.List, live.AsOf, live.Owner, live.Source, live.IsFictional, RegistryLists.IsAged(live.List, live.AsOf, today)))]);
    }

    /// <summary>Which contacts of a text are in a list, and whose they are.</summary>
    public async Task<IReadOnlyList<ContactAnswer>> HoldersAsync(Question question, CancellationToken cancellationToken)
    {
        await registers.RefreshAsync(db, cancellationToken);
        return Contacts(question, registers.Now);
    }

    /// <summary>The first address for mail that the list has of a company; null where it has none.</summary>
    /// <param name="licence">As the list writes it.</param>
    public async Task<string?> MailOfAsync(string licence, CancellationToken cancellationToken)
    {
        await registers.RefreshAsync(db, cancellationToken);
        return ListKey.Of(licence) is { } key && registers.Now.Agencies?.ByNumber(key) is { } company && company.Head.Emails is [var mail, ..] ? mail : null;
    }

    private async Task<AgencyAnswer> OfNameAsync(
        string written, Registers.Loaded now, Question question, HashSet<AgencyList.Company> named, DateOnly today, CancellationToken cancellationToken)
    {
        if (now.Agencies is not { } list)
            return Nobody(written, RegistryState.NotChecked, null);
        if (list.Find(written) is not [var best, ..] found)
            return Nobody(written, RegistryState.NotInList, now.Of(RegistryList.Agencies)?.AsOf);
        // Of companies of one name the one that the contacts speak for.
        var (company, isSame) = found.FirstOrDefault(match => ContactsOf(match.Company, question) == ContactState.OnFile, best);
        named.Add(company);
        return await OfCompanyAsync(written, company, isSame, now, question, today, cancellationToken);
    }

    private static AgencyAnswer Nobody(string written, RegistryState state, DateOnly? asOf) =>
        new(written, state, asOf, null, null, null, null, null, ContactState.Unknown, null, null);

    private async Task<AgencyAnswer> OfCompanyAsync(
        string written, AgencyList.Company company, bool isSame, Registers.Loaded now, Question question, DateOnly today,
        CancellationToken cancellationToken)
    {
        var head = company.Head;
        var standing = head.StandingOn(today);
        var state = standing is AgencyStatus.Expired or AgencyStatus.Revoked ? RegistryState.Expired
            : isSame ? RegistryState.Match : RegistryState.Similar;
        var (all, there) = now.Of(RegistryList.Vacancies) is { } list && ListKey.Of(head.Licence) is { } key
            ? await permits.CountAsync(list.Number, key, question.Countries, today, cancellationToken)
            : (null, null);
        return new AgencyAnswer(
            written, state, now.Of(RegistryList.Agencies)?.AsOf, head.Name, head.Licence, standing, head.ValidTo, head.City,
            ContactsOf(company, question), all, there);
    }

    /// <remarks>
    /// Only kinds of contacts that the list has of the company can be missing from it, and never a host: an offer may well
    /// name the site of an office or a platform.
    /// </remarks>
    private static ContactState ContactsOf(AgencyList.Company company, Question question)
    {
        var shown = ContactsIn(question).ToList();
        if (shown.Exists(contact => company.Contacts.Contains(contact.Key)))
            return ContactState.OnFile;
        var isStrange = shown.Exists(contact =>
            (contact.Kind == "phone" && company.Contacts.Any(listed => listed.StartsWith('+')))
            || (contact.Kind == "account" && company.Contacts.Any(listed => listed.StartsWith("bank:", StringComparison.Ordinal))));
        return isStrange && question.IsOffer ? ContactState.NotOnFile : ContactState.Unknown;
    }

    private static IEnumerable<(string Kind, string Value, string Key)> ContactsIn(Question question) =>
        question.Phones.Select(phone => ("phone", phone, phone))
            .Concat(question.Hosts.Select(host => ("host", host, Lists.ListContacts.Host(host) ?? host)))
            .Concat(question.Handles.Select(handle => ("handle", handle, handle)))
            .Concat(question.AccountNumbers.Select(number => ("account", number, "bank:" + number)));

    /// <summary>Null for a number of which no list of ours could say that it is not there.</summary>
    private async Task<NumberAnswer?> OfNumberAsync(
        Question.Licence licence, Registers.Loaded now, HashSet<AgencyList.Company> named, DateOnly today, CancellationToken cancellationToken)
    {
        if (ListKey.Of(licence.Number) is not { } key)
            return new NumberAnswer(licence.Kind, licence.Number, RegistryState.NotInList, null, null, false, null, null);
        if (now.Agencies?.ByNumber(key) is { } company)
        {
            var isValid = company.Head.StandingOn(today) is AgencyStatus.Active or AgencyStatus.Suspended;
            return new NumberAnswer(
                licence.Kind, licence.Number, isValid ? RegistryState.Match : RegistryState.Expired, now.Of(RegistryList.Agencies)?.AsOf,
                company.Head.Name, named.Count > 0 && !named.Contains(company), company.Head.ValidTo, null);
        }

        if (now.Of(RegistryList.Vacancies) is { } list && await permits.FindAsync(list.Number, key, cancellationToken) is { } vacancy)
        {
            var holder = ListKey.Of(vacancy.Licence) is { } owner ? now.Agencies?.ByNumber(owner) : null;
            return new NumberAnswer(
                licence.Kind, licence.Number, vacancy.IsValidOn(today) ? RegistryState.Match : RegistryState.Expired, list.AsOf,
                holder?.Head.Name, holder is not null && named.Count > 0 && !named.Contains(holder), vacancy.ValidTo, vacancy);
        }

        if (ListOf(licence.Kind) is not { } kind)
            return null;
        var asked = now.Of(kind);
        return new NumberAnswer(
            licence.Kind, licence.Number, asked is null ? RegistryState.NotChecked : RegistryState.NotInList, asked?.AsOf, null, false, null, null);
    }

    /// <summary>Which list would have it; null for numbers that neither has, such as NIB, SK and SIUPPAK.</summary>
    private static RegistryList? ListOf(string kind) => kind.ToUpperInvariant() switch
    {
        "SIP3MI" or "SIPPMI" or "SIPPTKI" or "" => RegistryList.Agencies,
        "SIP2MI" or "JOB ORDER" => RegistryList.Vacancies,
        _ => null,
    };

    private static List<ContactAnswer> Contacts(Question question, Registers.Loaded now)
    {
        var found = new List<ContactAnswer>();
        foreach (var (kind, value, key) in ContactsIn(question))
        {
            if (kind == "host" && now.Domains.GetValueOrDefault(key) is { } office && now.Of(RegistryList.Domains) is { } offices)
                found.Add(new ContactAnswer(kind, value, office.Owner, IsOffice: true, offices.AsOf));
            if (now.Of(RegistryList.Agencies) is { } list)
                found.AddRange(now.Agencies?.ByContact(key).Select(company => new ContactAnswer(kind, value, company.Head.Name, IsOffice: false, list.AsOf)) ?? []);
        }

        return found;
    }
}
