namespace Terjaga.Common.Work;

/// <summary>Which handler does a kind of work, and in which lane.</summary>
internal sealed record WorkKind(string Name, Type Handler, WorkLane Lane)
{
    /// <summary>Whether its handler does many at once.</summary>
    public bool IsMany => Handler.IsAssignableTo(typeof(IManyWorkHandler));
}
