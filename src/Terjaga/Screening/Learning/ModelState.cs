namespace Terjaga.Screening.Learning;

/// <summary>Where a model stands on its way.</summary>
public enum ModelState
{
    /// <summary>Reads every report beside the live one; nobody sees its answers in a case.</summary>
    Shadow,

    /// <summary>Its answers are those of the desk, because a person said so.</summary>
    Live,

    /// <summary>Was replaced.</summary>
    Retired,
}
