namespace Terjaga.Registry.Asking;

/// <summary>What the lists say of a number of a licence, permit or job order that a text shows.</summary>
/// <param name="Kind">As the text calls it, such as <c>SIP3MI</c>.</param>
/// <param name="Holder">The company that has the number; null where it is not in the list.</param>
/// <param name="IsOfOther">The text names another company than the holder.</param>
/// <param name="Vacancy">Of a permit: post and country that it is for; null otherwise.</param>
public sealed record NumberAnswer(
    string Kind, string Number, RegistryState State, DateOnly? AsOf, string? Holder, bool IsOfOther, DateOnly? ValidTo, Vacancy? Vacancy);
