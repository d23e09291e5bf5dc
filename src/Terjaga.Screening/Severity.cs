namespace Terjaga.Screening;

/// <summary>How much a danger sign says when it stands in an offer.</summary>
public enum Severity
{
    Low,
    Medium,
    High,
}
