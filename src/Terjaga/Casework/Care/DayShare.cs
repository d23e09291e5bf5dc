namespace Terjaga.Casework.Care;

/// <summary>How much hard material an officer has opened today, for that officer alone.</summary>
/// <param name="Most">After that many the desk asks before it shows more.</param>
/// <param name="IsShown">Whether what was asked for may be shown now: it was opened today already, or there is room.</param>
public sealed record DayShare(int OpenedCount, int Most, bool IsShown)
{
    public bool IsReached => OpenedCount >= Most;
}
