using static Terjaga.EndToEnd.Rehearsing.FictionalPlatform;

namespace Terjaga.EndToEnd.Rehearsing;

/// <summary>The twenty of the rehearsal, each with a manner of its own.</summary>
internal static class Platforms
{
    /// <summary>Takes down at once and says so.</summary>
    public static readonly FictionalPlatform Fast = new("cepat") { Serves = Serving.NotFound, Says = Saying.Removed };

    public static readonly IReadOnlyList<FictionalPlatform> All =
    [
        Fast,
        new("lambat") { Takes = Taking.Slowly, IsSlow = true, Serves = Serving.Gone, Says = Saying.Removed },
        new("tuli") { Ends = Ending.StillThere },
        new("pantul") { Kind = "Host", By = Channel.Mail, Takes = Taking.Bounces, Ends = Ending.StillThere },
        new("bohong") { Says = Saying.Removed, Ends = Ending.StillThere },
        new("kembali") { Serves = Serving.GoneForAWhile, Says = Saying.Removed, Ends = Ending.CameBack },
        new("pagar") { Serves = Serving.Login, Says = Saying.Removed, Ends = Ending.BehindLogin },
        new("lunak") { Serves = Serving.SoftNotFound, Says = Saying.Removed },
        new("hapus") { By = Channel.Mail, Serves = Serving.Gone, Says = Saying.Removed },
        new("hukum") { Kind = "Isp", Serves = Serving.ForLegalReasons, Says = Saying.Removed },
        new("kedip") { Serves = Serving.NotFoundOnce, Ends = Ending.StillThere },
        new("jatuh") { Kind = "Host", Serves = Serving.Trouble, Ends = Ending.OutOfReach },
        new("sibuk") { Takes = Taking.AsksToWait, Serves = Serving.Gone, Says = Saying.Removed },
        new("putus") { Kind = "Host", Takes = Taking.HangsUp, Serves = Serving.NotFound },
        new("nanti") { Kind = "Host", By = Channel.Mail, Takes = Taking.RefusesForNow, Serves = Serving.Gone, Says = Saying.Removed },
        new("buntu") { By = Channel.Mail, Takes = Taking.RefusesForGood, Ends = Ending.NotDelivered },
        new("alasan") { Kind = "Registrar", Says = Saying.Refused, Ends = Ending.Refused },
        new("sebagian") { Serves = Serving.GoneInPart, Says = Saying.InPart, Ends = Ending.GoneOrRefused },
        new("ulang") { Serves = Serving.Gone, Says = Saying.Confusedly },
        new("ubah") { Serves = Serving.SomethingHarmless, Says = Saying.Removed, Ends = Ending.Changed },
    ];
}
