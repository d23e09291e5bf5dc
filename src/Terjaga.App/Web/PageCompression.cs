namespace Terjaga.App.Web;

/// <summary>Public pages and the style sheet go out compressed: many readers pay for each kilobyte.</summary>
internal static class PageCompression
{
    private static readonly string[] _types = ["text/html", "text/css", "text/javascript", "image/svg+xml", Offline.KeptPages.MediaType, Offline.AppManifest.MediaType];

    extension(IServiceCollection services)
    {
        public IServiceCollection AddPageCompression() => services.AddResponseCompression(compression =>
        {
            // Safe over https here: these pages hold no secret that a stranger's words could be laid beside (BREACH).
            compression.EnableForHttps = true;
            compression.MimeTypes = _types;
        });
    }

    extension(IApplicationBuilder app)
    {
        /// <summary>The desk's own pages stay as they are: they mix officers' and strangers' words.</summary>
        public IApplicationBuilder UsePageCompression() => app.UseWhen(
            context => !context.Request.IsApi && !context.Request.IsOfDesk,
            branch => branch.UseResponseCompression());
    }
}
