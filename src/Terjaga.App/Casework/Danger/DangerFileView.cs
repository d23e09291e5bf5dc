using Terjaga.Accounts;
using Terjaga.Casework.Danger;
using Terjaga.Privacy.Opening;

namespace Terjaga.App.Casework.Danger;

/// <summary>Everything that the page of a danger file shows.</summary>
/// <param name="Openings">Of its contact, the newest first; empty for those who may not see them.</param>
public sealed record DangerFileView(
    ReadDanger.View Danger, DangerPlan Plan, OpeningPurposes Purposes, IReadOnlyList<ListOfficers.Row> Officers, IReadOnlyList<ListOpenings.Row> Openings)
{
    public DangerRow File => Danger.File;

    /// <summary>The opening by which this officer can read the contact now; null where there is none.</summary>
    public ListOpenings.Row? Readable => Openings.FirstOrDefault(o => o is { IsMine: true, State: OpeningState.Agreed, IsOver: false });
}
