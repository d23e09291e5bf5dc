namespace Terjaga.Evidence.Packages;

/// <summary>A picture of a package: how a page looked, or what somebody uploaded, without its metadata.</summary>
/// <param name="MediaType">image/png or image/jpeg.</param>
internal sealed record PackagePicture(string MediaType, ReadPart Bytes);
