using Terjaga.Registry.Asking;
using Terjaga.Screening;
using Terjaga.Screening.Vacancies;

namespace Terjaga.Intake.Checking;

/// <summary>What a person is told of an offer: what was seen, what the lists say, and what to do. Never a verdict.</summary>
/// <param name="Words">What was read; places of signs are in it.</param>
/// <param name="Band">Of the engine, raised by what the lists contradict.</param>
/// <param name="Checklist">Empty where the words are no vacancy.</param>
/// <param name="Advice">Keys of sentences (<see cref="Checking.Advice"/>), the most urgent first.</param>
public sealed record OfferCheck(
    string Words, Band Band, ScreeningResult Seen, RegistryAnswer Registry, IReadOnlyList<ChecklistItem> Checklist, CoarseCount Others,
    IReadOnlyList<string> Advice)
{
    /// <summary>Somebody may be in danger: help comes before everything else.</summary>
    public bool IsDanger => Seen.Danger is Danger.P0 or Danger.P1;
}
