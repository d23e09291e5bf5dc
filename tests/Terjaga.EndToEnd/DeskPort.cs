using System.Globalization;

namespace Terjaga.EndToEnd;

/// <summary>Where a desk will listen, known before it starts, for those who must tell others.</summary>
internal sealed class DeskPort
{
    public int Number { get; } = DeskProcess.FreePort();

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Number}"));
}
