namespace Terjaga.Common.Work;

/// <summary>The other side asks to be left alone for a time; the next attempt comes no earlier.</summary>
internal sealed class AskedToWaitException(string message, TimeSpan wait) : Exception(message)
{
    public TimeSpan Wait => wait;
}
