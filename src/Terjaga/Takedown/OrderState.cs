namespace Terjaga.Takedown;

/// <summary>How far an order has come. Whether it is late is another question, and is answered apart.</summary>
public enum OrderState
{
    /// <summary>Written by an officer, not signed.</summary>
    Drafted,

    /// <summary>Signed; the notice is on its way out.</summary>
    Signed,

    /// <summary>The recipient's own server has taken the notice; its clock runs.</summary>
    Sent,

    /// <summary>The recipient says that it is removed; we have not seen so.</summary>
    SaidRemoved,

    /// <summary>The recipient refuses, with its reason.</summary>
    Refused,

    /// <summary>Seen to be gone once.</summary>
    SeenGone,

    /// <summary>Seen to be gone by two checks at different times.</summary>
    ConfirmedGone,

    /// <summary>Seen again after it was confirmed gone: this order is at its end, and the place needs another one.</summary>
    CameBack,

    /// <summary>It holds no longer: its draft was taken back, or an objection was upheld.</summary>
    Withdrawn,
}
