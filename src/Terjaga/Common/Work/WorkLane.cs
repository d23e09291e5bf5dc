namespace Terjaga.Common.Work;

/// <summary>Work that waits for the outside world has workers of its own, so that a slow site delays no screening.</summary>
internal enum WorkLane
{
    /// <summary>Needs the database only.</summary>
    Desk,

    /// <summary>Talks to a site, a mail server or another program.</summary>
    Outside,

    /// <summary>Looks at many ordered places at once.</summary>
    Watch,

    /// <summary>Shows pages of strangers in a browser and reads their pictures.</summary>
    Capture,

    /// <summary>Takes minutes, such as reading a list of millions of rows; one at a time.</summary>
    Long,
}
