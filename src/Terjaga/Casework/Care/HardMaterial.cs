namespace Terjaga.Casework.Care;

/// <summary>One thing that is hard to look at: a picture in full, or what was written about a person in danger.</summary>
public sealed record HardMaterial
{
    /// <summary>Longest stored form, in characters: the kind and a SHA-256 in hexadecimal.</summary>
    internal const int MaxLength = 80;

    private HardMaterial(string key) => Key = key;

    /// <summary>As it is counted: the same thing is one thing, however often it is opened.</summary>
    internal string Key { get; }

    public static HardMaterial OfPicture(string sha256) => new("picture:" + sha256);

    public static HardMaterial OfDanger(Guid reportId) => new($"danger:{reportId:D}");
}
