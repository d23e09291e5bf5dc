namespace Terjaga.Screening.Linking;

/// <summary>What two offers have in common.</summary>
public enum LinkKind
{
    /// <summary>The words, numbers and names aside.</summary>
    Words,

    /// <summary>A picture that looks alike, and words or a contact that agree with it.</summary>
    Picture,

    /// <summary>A contact that few others have.</summary>
    Identifier,
}
