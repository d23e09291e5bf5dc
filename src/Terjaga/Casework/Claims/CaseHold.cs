namespace Terjaga.Casework.Claims;

/// <summary>That an officer holds a case, so that no colleague does the same work.</summary>
/// <param name="Name">What the officer is called on the desk.</param>
/// <param name="Until">After that anybody may take it.</param>
public sealed record CaseHold(Guid OfficerId, string Name, DateTimeOffset Until);
