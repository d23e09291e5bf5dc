using Terjaga.Evidence.Custody;

namespace Terjaga.Evidence.Packages;

/// <summary>All that a package says about one case. It has no contact and no words of a reporter; pictures that were sent may show one.</summary>
/// <param name="Reference">The number of the case, as officers write it.</param>
/// <param name="Uploads">Pictures that came with reports, encoded again.</param>
/// <param name="Custody">The entries about these captures, and the head that proves them.</param>
internal sealed record PackageContents(
    string Reference,
    DateTimeOffset MadeAt,
    IReadOnlyList<PackageCapture> Captures,
    IReadOnlyList<PackagePicture> Uploads,
    CustodyBundle Custody);
