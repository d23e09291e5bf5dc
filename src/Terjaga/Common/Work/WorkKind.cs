namespace Terjaga.Common.Work;

/// <summary>Which handler does a kind of work, and in which lane.</summary>
internal sealed record WorkKind(string Name, Type Handler, WorkLane Lane);
