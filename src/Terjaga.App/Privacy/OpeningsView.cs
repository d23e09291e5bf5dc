using Terjaga.Accounts;
using Terjaga.Privacy.Opening;

namespace Terjaga.App.Privacy;

/// <summary>The list of the page of openings, with the names behind it.</summary>
public sealed record OpeningsView(IReadOnlyList<ListOpenings.Row> Rows, IReadOnlyList<ListOfficers.Row> Officers, OpeningPurposes Purposes);
