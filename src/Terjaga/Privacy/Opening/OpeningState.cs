namespace Terjaga.Privacy.Opening;

/// <summary>How far a request for a sealed contact has come.</summary>
public enum OpeningState
{
    /// <summary>Waits for a second person.</summary>
    Asked,

    /// <summary>A second person agreed; for half an hour the one who asked can read it.</summary>
    Agreed,

    Refused,
}
