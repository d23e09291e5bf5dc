namespace Terjaga.Common.Storage;

/// <summary>The database was brought forward by a newer Terjaga; this one would harm it and refuses to start.</summary>
public sealed class DatabaseIsNewerException(string migration) : Exception(
    $"The database is newer than this version of Terjaga: it has the migration {migration}, which is unknown here. "
    + "Start the newer version, or restore a backup from before the upgrade.");
