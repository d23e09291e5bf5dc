namespace Terjaga.Casework.Appeals;

/// <summary>Work about a case that a reversed decision causes, stored with it; the area that has the orders does it.</summary>
internal static class CorrectingWork
{
    /// <summary>Orders end that nobody has followed yet; for what was already taken away the case waits for a person.</summary>
    public const string Withdraw = "withdraw-orders";

    /// <summary>An officer has looked: also the orders end that were followed, and their recipients are told that the place may come back.</summary>
    public const string GiveBack = "give-back";
}
