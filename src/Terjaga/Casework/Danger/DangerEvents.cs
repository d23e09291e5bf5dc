namespace Terjaga.Casework.Danger;

/// <summary>What can happen to a danger file, as its events call it; their subject is the report.</summary>
internal static class DangerEvents
{
    public const string Raised = "danger.raised";

    /// <summary>An officer took the packet for another office out of the desk.</summary>
    public const string PacketMade = "danger.packet-made";

    public static string Of(DangerStep step) => step switch
    {
        DangerStep.Take => "danger.taken",
        DangerStep.Answer => "danger.answered",
        DangerStep.Refer => "danger.referred",
        DangerStep.Lower => "danger.level-lowered",
        DangerStep.Raise => "danger.level-raised",
        DangerStep.Release => "danger.hold-released",
        DangerStep.Wait => "danger.hold-kept",
        DangerStep.Close => "danger.closed",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
