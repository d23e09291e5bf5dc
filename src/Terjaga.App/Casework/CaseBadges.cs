using Terjaga.App.Layout;
using Terjaga.Screening;

namespace Terjaga.App.Casework;

/// <summary>How a case's band is shown: in words first, colour second.</summary>
internal static class CaseBadges
{
    public static Kind KindOf(Band band, bool isDanger) => (band, isDanger) switch
    {
        (_, true) => Kind.Bad,
        (Band.DangerSigns, _) => Kind.Warn,
        _ => Kind.Info,
    };

    /// <summary>Key of the word.</summary>
    public static string WordOf(Band band, bool isDanger) => isDanger ? "band.danger" : "band." + band;
}
