namespace Terjaga.Screening;

/// <summary>What can be followed from a text to another one.</summary>
/// <param name="Phones">E.164.</param>
/// <param name="Urls">With scheme, disguises such as hxxp undone.</param>
/// <param name="Handles"><c>platform:name</c>.</param>
public sealed record Entities(
    IReadOnlyList<string> Phones, IReadOnlyList<string> Accounts, IReadOnlyList<string> Urls, IReadOnlyList<string> Hosts,
    IReadOnlyList<string> Handles, IReadOnlyList<string> Agencies, IReadOnlyList<string> Countries, IReadOnlyList<string> Wages);
