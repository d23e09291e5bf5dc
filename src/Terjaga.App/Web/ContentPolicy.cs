namespace Terjaga.App.Web;

/// <summary>What a browser may load and run for an answer (Content Security Policy, W3C); an answer that says nothing gets no script.</summary>
/// <param name="Additions">What is allowed beyond the ground.</param>
/// <param name="Ground">Usually the style sheet, pictures and forms of our own.</param>
internal sealed record ContentPolicy(string Additions, string Ground = ContentPolicy.OwnFiles)
{
    /// <summary>Nothing is loaded but our own style sheet and pictures, and no form leads elsewhere.</summary>
    private const string OwnFiles =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; ";

    /// <summary>A page, call or file without script.</summary>
    public static ContentPolicy OfAnswer { get; } = new("");

    /// <summary>A public page: our one script, the worker that it registers, and the description of the app.</summary>
    public static ContentPolicy OfPublicPage { get; } = new("script-src 'self'; worker-src 'self'; manifest-src 'self'; ");

    /// <summary>A page of the desk with a script of ours.</summary>
    public static ContentPolicy OfScriptedPage { get; } = new("script-src 'self'; ");

    /// <summary>The worker: it asks this desk, and nobody else.</summary>
    public static ContentPolicy OfWorker { get; } = new("connect-src 'self'; ");

    /// <summary>What a stranger made, a picture or a page: it loads nothing, runs nothing, and belongs to no site.</summary>
    public static ContentPolicy OfStrangers { get; } = new("sandbox; ", "default-src 'none'; ");

    /// <param name="isFramed">Whether other sites may show it in a frame.</param>
    public string Text(bool isFramed) => $"{Ground}{Additions}frame-ancestors {(isFramed ? "*" : "'none'")}";
}
