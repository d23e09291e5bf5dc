namespace Terjaga.EndToEnd.Rehearsing;

/// <summary>A recipient that does not exist: how it takes letters, what it does, what it says of that, and what must be known of its orders in the end.</summary>
/// <param name="Name">Its host is this under <c>.example</c>.</param>
internal sealed record FictionalPlatform(string Name)
{
    private static readonly TimeSpan _soon = TimeSpan.FromMilliseconds(400), _later = TimeSpan.FromSeconds(6);

    public enum Channel
    {
        Webhook,
        Mail,
    }

    /// <summary>How it takes a letter.</summary>
    public enum Taking
    {
        AtOnce,
        Slowly,

        /// <summary>429 with a time to wait, once.</summary>
        AsksToWait,

        /// <summary>It closes the connection, once.</summary>
        HangsUp,

        /// <summary>Its mail server says 451, once.</summary>
        RefusesForNow,

        /// <summary>Its mail server says 550, always.</summary>
        RefusesForGood,

        /// <summary>Its mail server takes it, and later sends it back (RFC 3464).</summary>
        Bounces,
    }

    /// <summary>What its pages show after it has acted.</summary>
    public enum Serving
    {
        Content,
        NotFound,
        Gone,
        ForLegalReasons,

        /// <summary>200, and words that it is not there.</summary>
        SoftNotFound,
        Login,
        SomethingHarmless,

        /// <summary>503, and never anything else.</summary>
        Trouble,

        /// <summary>404 once, then the content.</summary>
        NotFoundOnce,

        /// <summary>410 until it has been seen to be gone for as long as confirming takes, then the content; after a second order gone for good.</summary>
        GoneForAWhile,

        /// <summary>410 where the number is odd, otherwise the content.</summary>
        GoneInPart,
    }

    /// <summary>What it answers.</summary>
    public enum Saying
    {
        Nothing,
        Removed,
        Refused,

        /// <summary>Removed where the number is odd, otherwise refused.</summary>
        InPart,

        /// <summary>Removed and refused, twice and in the wrong order.</summary>
        Confusedly,
    }

    /// <summary>What must be known of its orders in the end.</summary>
    public enum Ending
    {
        ConfirmedGone,
        CameBack,
        Refused,
        GoneOrRefused,
        StillThere,
        BehindLogin,
        OutOfReach,
        Changed,
        NotDelivered,
    }

    public string Kind { get; init; } = "Platform";

    public Channel By { get; init; } = Channel.Webhook;

    public Taking Takes { get; init; } = Taking.AtOnce;

    public Serving Serves { get; init; } = Serving.Content;

    public Saying Says { get; init; } = Saying.Nothing;

    public Ending Ends { get; init; } = Ending.ConfirmedGone;

    public bool IsSlow { get; init; }

    public string Host => Name + ".example";

    /// <summary>From a letter to the act.</summary>
    public TimeSpan Thinks => IsSlow ? _later : _soon;

    /// <summary>Where letters go.</summary>
    public string Address => By == Channel.Mail ? "abuse@" + Host : $"http://{Host}/hooks";

    /// <summary>A registrar answers for no host of its own: officers choose it case by case.</summary>
    public bool IsChosen => Kind == "Registrar";
}
