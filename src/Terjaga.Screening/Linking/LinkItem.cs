using Terjaga.Screening.Images.Pdq;

namespace Terjaga.Screening.Linking;

/// <summary>What of an offer is compared with others.</summary>
/// <param name="Text">All its words, with those that were read in its pictures; may be empty.</param>
/// <param name="Identifiers">Of who offers: see <see cref="Contacts"/>; empty for a warning, a question or news, which name contacts of others.</param>
/// <param name="Picture">Null where it has none, or one of too little quality.</param>
public sealed record LinkItem(string Text, IReadOnlyList<string> Identifiers, PdqHash? Picture);
