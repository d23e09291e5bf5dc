
namespace Terjaga.Screening;

/// <summary>What the desk keeps in mind of a screening: enough to sort a queue and to link, never enough to decide.</summary>
/// <param name="IsDangerNow">Somebody is taken to be in danger now (P0 or P1 in the contract of <c>screen</c>).</param>
/// <param name="Seen">The engine's whole answer.</param>
public sealed record ScreeningSummary(Band Band, double Score, bool IsDangerNow, ScreeningResult Seen)
{
    public static ScreeningSummary Of(ScreeningResult seen) => new(
        seen.Band, seen.Score, seen.Danger == Danger.P0 || (seen.Danger == Danger.P1 && seen.Context != Contexts.Offer), seen);

    /// <summary>Of who offers; see <see cref="Linking.Contacts"/>.</summary>
    public IReadOnlyList<string> Contacts => Linking.Contacts.Of(Seen);

    /// <summary>
    /// A text that warns of offers or teaches about them, and may quote one word by word: it says so as a whole, or it is taken
    /// for an offer and most of its signs stand in quotes. Whoever asks about an offer does not warn.
    /// </summary>
    public bool Warns => Seen.Context is Contexts.News or Contexts.Warning or Contexts.Education or Contexts.Factcheck
        || (!Contexts.SpeaksAbout(Seen.Context) && Seen.Signals.Count > 0
            && Seen.Signals.Count(signal => signal.State == SignalState.Offered) * 2 < Seen.Signals.Count);
}
