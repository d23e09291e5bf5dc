namespace Terjaga.Takedown;

/// <summary>What an officer of Komdigi found the content to be in law, besides the basis. The officer answers for it by name.</summary>
/// <param name="ContentClass">Code of <see cref="ContentClasses"/>; null where a program did not say.</param>
/// <param name="UrgencyGround">Code of <see cref="ContentClasses"/>; null where it is not urgent.</param>
public sealed record LegalReview(string? ContentClass, string? UrgencyGround);
