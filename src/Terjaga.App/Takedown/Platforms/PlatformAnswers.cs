namespace Terjaga.App.Takedown.Platforms;

/// <summary>What the buttons of the pages of recipients say.</summary>
internal static class PlatformAnswers
{
    /// <summary>As calls say it; what no button says stays as it is, and is refused.</summary>
    public static string? StatusOf(string? button) => button switch
    {
        "terima" => "acknowledged",
        "hapus" => "removed",
        "sebagian" => "partly",
        "tolak" => "refused",
        _ => button,
    };
}
