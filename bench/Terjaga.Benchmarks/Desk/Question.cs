namespace Terjaga.Benchmarks.Desk;

/// <summary>What officers ask of the desk all day, each under the name of its figure.</summary>
/// <param name="Path">Of the page, by a number that differs each time.</param>
internal sealed record Question(string Name, Func<int, string> Path)
{
    /// <summary>Every view that the desk comes with, filters that few cases pass, and searches for what few and what many reports have.</summary>
    public static IReadOnlyList<Question> All(int cases) =>
    [
        new("queueBegin", _ => "/meja"),
        new("queueUnclaimed", _ => "/meja?keadaan=New&pegang=bebas"),
        new("queueMine", _ => "/meja?pegang=saya"),
        new("queueDanger", _ => "/meja?bahaya=ya"),
        new("queueMinistry", _ => "/meja?giliran=Kp2mi"),
        new("queueOpen", _ => "/meja?keadaan=semua"),
        new("queueGone", _ => "/meja?keadaan=Gone"),
        new("queueRare", _ => "/meja?keadaan=semua&tanda=None&bahaya=ya&kanal=tiktok&umur=300"),
        new("queueNobodys", _ => "/meja?keadaan=semua&kanal=tidak-ada"),
        new("queueWords", number => $"/meja?kata=kota{number % 5_000}"),
        new("searchPhone", number => $"/meja/cari?kata=0812-{number * 31 % 500_000:D7}"),
        new("searchRareWord", number => $"/meja/cari?kata=agen{number * 37 % 200_000}"),
        new("searchCommonWord", _ => "/meja/cari?kata=lowongan"),
        new("searchTwoWords", number => $"/meja/cari?kata=visa%20kota{number % 5_000}"),
        new("searchNothing", number => $"/meja/cari?kata=tiadakata{number}"),
        new("caseFile", number => $"/meja/perkara/01900000-0000-7000-8002-{1 + (201 + number * 7_919L) % cases:x12}"),
    ];
}
