namespace Terjaga.Casework.Queues;

/// <summary>Which cases of a queue are shown by who holds them.</summary>
public enum QueueHolder
{
    All,

    /// <summary>Those that the officer who asks holds now.</summary>
    Mine,

    /// <summary>Those that nobody holds now.</summary>
    Unclaimed,
}
