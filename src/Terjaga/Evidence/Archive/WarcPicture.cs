namespace Terjaga.Evidence.Archive;

/// <summary>How the page looked.</summary>
/// <param name="MediaType">image/png or image/jpeg.</param>
internal sealed record WarcPicture(DateTimeOffset At, string MediaType, ReadOnlyMemory<byte> Bytes);
