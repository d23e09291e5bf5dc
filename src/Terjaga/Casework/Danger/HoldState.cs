namespace Terjaga.Casework.Danger;

/// <summary>Whether what is reported may be removed while somebody in danger could still be found by it.</summary>
public enum HoldState
{
    /// <summary>Nobody has answered yet: nothing may be ordered.</summary>
    Open,

    /// <summary>A removal could harm a rescue: nothing may be ordered, and after the date it is asked again.</summary>
    MustWait,

    /// <summary>A removal cannot harm a rescue.</summary>
    Released,
}
