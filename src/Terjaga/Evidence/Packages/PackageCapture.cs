namespace Terjaga.Evidence.Packages;

/// <summary>One capture as it goes into a package.</summary>
/// <param name="Address">As it was visited.</param>
/// <param name="Warc">The file whose hash the log holds.</param>
/// <param name="Screenshot">The same bytes as in the WARC file; null where there is no picture.</param>
/// <param name="Text">The same words as in the WARC file; null where none were read.</param>
internal sealed record PackageCapture(
    string Address, ItemState State, DateTimeOffset At, ReadPart Warc, PackagePicture? Screenshot, string? Text);
