namespace Terjaga.Screening.Rules;

/// <summary>Word lists of the catalogue that the engine itself asks for; a catalogue without one of them is refused.</summary>
internal static class WordLists
{
    /// <summary>Turn a phrase that follows closely into its opposite.</summary>
    public const string Negation = "negation";

    /// <summary>Tell that a sentence warns of deceptive offers.</summary>
    public const string Warning = "warning";

    /// <summary>Tell that a text speaks about work.</summary>
    public const string Work = "work";

    /// <summary>Ways of speaking in which a cry for help is none.</summary>
    public const string Idiom = "idiom";

    /// <summary>Tell of games, films, jokes and other things that only sound like danger.</summary>
    public const string Play = "play";

    public static readonly string[] All = [Negation, Warning, Work, Idiom, Play];
}
