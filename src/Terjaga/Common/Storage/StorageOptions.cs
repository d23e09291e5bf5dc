namespace Terjaga.Common.Storage;

/// <summary>Where the desk keeps what it knows.</summary>
public sealed record StorageOptions
{
    /// <summary>Folder of the embedded database, the keys and the files.</summary>
    public required string DataFolder { get; init; }

    /// <summary>A PostgreSQL connection string; null or empty for the embedded database in the data folder.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Whether the embedded database is used.</summary>
    public bool IsEmbedded => string.IsNullOrWhiteSpace(ConnectionString);

    /// <summary>The secret of the desk; every node of one desk needs the same one.</summary>
    public string KeyFile => Path.Combine(DataFolder, "keys", "desk.key");

    /// <summary>Whether nothing shows that this desk was started before; a grown one is asked through its database.</summary>
    internal bool MayBeNew => !IsEmbedded || !File.Exists(EmbeddedFile);

    internal string EmbeddedFile => Path.Combine(DataFolder, "terjaga.db");
}
