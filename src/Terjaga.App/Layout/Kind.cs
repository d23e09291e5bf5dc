namespace Terjaga.App.Layout;

/// <summary>How a badge or a notice is meant; colour is never the only sign of it.</summary>
public enum Kind
{
    Info,
    Good,
    Warn,
    Bad,
}
