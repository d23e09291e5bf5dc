namespace Terjaga.Takedown.Notices;

/// <summary>The forms that a letter can take.</summary>
public enum NoticeShape
{
    /// <summary>The official letter, as PDF.</summary>
    Letter,

    /// <summary>The words of the mail.</summary>
    Mail,

    /// <summary>For programs, as calls carry it.</summary>
    Json,

    /// <summary>Reports in the format of abuse desks.</summary>
    Xarf,

    /// <summary>For the public complaint site.</summary>
    Complaint,
}
