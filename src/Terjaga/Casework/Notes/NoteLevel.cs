namespace Terjaga.Casework.Notes;

/// <summary>Who reads a note.</summary>
public enum NoteLevel
{
    /// <summary>Only the ministry of the officer who writes it.</summary>
    Ministry,

    /// <summary>Both ministries.</summary>
    Shared,

    /// <summary>Both ministries, and whoever reported before it was written, behind the receipt.</summary>
    Reporter,
}
