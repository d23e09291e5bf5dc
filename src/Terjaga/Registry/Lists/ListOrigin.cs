namespace Terjaga.Registry.Lists;

/// <summary>Where a list comes from, as its file or the person who brings it says.</summary>
/// <param name="Owner">Which office answers for it.</param>
/// <param name="AsOf">The day of which it speaks.</param>
public sealed record ListOrigin(string Owner, string Source, DateOnly AsOf, bool IsFictional);
