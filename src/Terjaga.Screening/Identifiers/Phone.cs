namespace Terjaga.Screening.Identifiers;

/// <summary>A phone number in a text.</summary>
/// <param name="Number">E.164.</param>
/// <param name="Start">In the reading form.</param>
/// <param name="IsChatLink">Whether it stands in a link such as wa.me.</param>
internal readonly record struct Phone(string Number, int Start, int End, int FirstToken, int LastToken, bool IsChatLink);
