namespace Terjaga.Casework.Sharing;

/// <summary>What one officer sees of a case today, by the ministry; what no row names is not seen.</summary>
public sealed record Shares(IReadOnlyDictionary<SharedField, SharingLevel> Levels)
{
    public SharingLevel Of(SharedField field) => Levels.GetValueOrDefault(field, SharingLevel.None);

    /// <summary>Whether the field may be read at all; a text is then still said by <see cref="Say"/>.</summary>
    public bool Sees(SharedField field) => Of(field) != SharingLevel.None;

    /// <summary>Whether it may be read as it is: the one way to see what is no text.</summary>
    public bool SeesWhole(SharedField field) => Of(field) == SharingLevel.Whole;

    /// <summary>A text that was read, as this officer sees it.</summary>
    public string Say(SharedField field, string text) => Of(field) switch
    {
        SharingLevel.Whole => text,
        SharingLevel.Masked => NumberMask.Over(text),
        _ => "",
    };
}
