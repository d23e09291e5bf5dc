namespace Terjaga.App.Web;

/// <summary>Marks a page that other sites may show in a frame of theirs; it asks for nothing and changes nothing.</summary>
internal sealed class MayBeFramed;
