namespace Terjaga.Takedown.Answers;

/// <summary>How an officer brought a letter to its recipient.</summary>
public enum HandedOverWay
{
    /// <summary>Typed into a form of the recipient.</summary>
    Form,

    /// <summary>By post or a courier.</summary>
    Post,

    /// <summary>In person, against a signature.</summary>
    InPerson,
}
