namespace Terjaga.Common;

/// <summary>Who did something: a person who reports, an officer, a recipient, or the machine. Holds no name.</summary>
public sealed record Actor
{
    /// <summary>Longest stored form, in characters; the width of every actor column.</summary>
    public const int MaxLength = 60;

    private Actor(string value) => Value = value;

    /// <summary>The person behind a report; never told apart from another one.</summary>
    public static Actor Reporter { get; } = new("reporter");

    /// <summary>As stored: <c>reporter</c>, <c>officer:ID</c>, <c>recipient:ID</c> or <c>machine:WORK</c>.</summary>
    public string Value { get; }

    /// <summary>The ministry for which an officer acts; null for everybody else, and for an actor read from storage.</summary>
    public string? Ministry { get; private init; }

    /// <summary>The account of an officer; null for everybody else, and for an actor read from storage.</summary>
    public Guid? OfficerId { get; private init; }

    public static Actor Officer(Guid id, string? ministry = null) => new($"officer:{id:D}") { Ministry = ministry, OfficerId = id };

    public static Actor Recipient(Guid id) => new($"recipient:{id:D}");

    public static Actor Machine(string work) => new($"machine:{work}");

    internal static Actor FromStorage(string value) => new(value);

    public bool Equals(Actor? other) => other?.Value == Value;

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;
}
