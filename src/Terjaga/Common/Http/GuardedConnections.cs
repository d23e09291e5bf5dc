namespace Terjaga.Common.Http;

/// <summary>What the operator should know of the way out.</summary>
/// <param name="FixedCount">How many names lead to fixed addresses; 0 on a real desk.</param>
public sealed record GuardedConnections(int FixedCount);
