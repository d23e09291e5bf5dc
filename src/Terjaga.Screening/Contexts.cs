namespace Terjaga.Screening;

/// <summary>In which way a text speaks about work abroad, by the names of the contract of <c>screen</c>.</summary>
public static class Contexts
{
    public const string Offer = "offer";

    public const string LawfulVacancy = "lawful_vacancy";

    public const string News = "news";

    public const string Warning = "warning";

    public const string Education = "education";

    public const string Factcheck = "factcheck";

    public const string Other = "other";

    public static readonly IReadOnlyList<string> All =
        [Offer, LawfulVacancy, News, Warning, Education, Factcheck, "question", "testimony", "help_request", Other];

    /// <summary>Contexts that speak about offers and make none; a sign in them accuses nobody.</summary>
    public static bool SpeaksAbout(string context) => context is not (Offer or LawfulVacancy or Other);
}
