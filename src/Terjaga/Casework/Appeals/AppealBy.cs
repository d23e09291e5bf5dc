namespace Terjaga.Casework.Appeals;

/// <summary>Who objects, as a kind and never by name.</summary>
public enum AppealBy
{
    /// <summary>Who put the offer where it was seen.</summary>
    Uploader,

    /// <summary>A company that the offer names.</summary>
    NamedCompany,

    /// <summary>Somebody who reported the offer.</summary>
    Reporter,

    /// <summary>Who was ordered to take the offer away.</summary>
    Recipient,
}
