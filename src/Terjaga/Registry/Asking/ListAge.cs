namespace Terjaga.Registry.Asking;

/// <summary>A list by which the desk answers.</summary>
/// <param name="AsOf">The day of which it speaks.</param>
/// <param name="IsAged">Older than such a list may be.</param>
public sealed record ListAge(RegistryList List, DateOnly AsOf, string Owner, string Source, bool IsFictional, bool IsAged);
