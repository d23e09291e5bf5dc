namespace Terjaga.Common;

/// <summary>Where the world reaches this desk; it stands in notices, and a link to it is no report.</summary>
public sealed class DeskAddress(Uri root)
{
    /// <summary>The address of one of our pages; <paramref name="path"/> begins with a slash.</summary>
    public Uri Page(string path) => new(root, path);

    public bool IsOurs(WebAddress address) =>
        address.Host.Equals(root.IdnHost, StringComparison.OrdinalIgnoreCase)
        && address.ToUri().Port == root.Port;
}
