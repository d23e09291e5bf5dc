namespace Terjaga.Registry.Asking;

/// <summary>What a text says that lists can be asked about.</summary>
/// <param name="Text">All of it, for names of companies without their legal form.</param>
/// <param name="Agencies">As written, with their legal form.</param>
/// <param name="Phones">E.164.</param>
/// <param name="Hosts">Lower case.</param>
/// <param name="Handles"><c>platform:name</c>.</param>
/// <param name="AccountNumbers">Digits.</param>
/// <param name="Numbers">Of licences, permits and job orders.</param>
/// <param name="Countries">ISO 3166-1.</param>
/// <param name="IsOffer">Whether the contacts are those of who offers; a warning or a question names the contacts of others.</param>
public sealed record Question(
    string Text, IReadOnlyList<string> Agencies, IReadOnlyList<string> Phones, IReadOnlyList<string> Hosts, IReadOnlyList<string> Handles,
    IReadOnlyList<string> AccountNumbers, IReadOnlyList<Question.Licence> Numbers, IReadOnlyList<string> Countries,
    bool IsOffer)
{
    /// <param name="Kind">Such as <c>SIP3MI</c>.</param>
    public sealed record Licence(string Kind, string Number);
}
