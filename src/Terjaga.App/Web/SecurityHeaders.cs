using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Net.Http.Headers;

namespace Terjaga.App.Web;

/// <summary>Headers that every answer carries, also an error and a file.</summary>
internal static class SecurityHeaders
{
    private const string PermissionsPolicy = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    /// <summary>Two years, as the preload lists ask; sent only over https.</summary>
    private const string StrictTransport = "max-age=63072000; includeSubDomains";

    extension(IApplicationBuilder app)
    {
        public IApplicationBuilder UseSecurityHeaders() => app.Use((context, next) =>
        {
            // At the last moment, because an error handler clears what was set before it.
            context.Response.OnStarting(Add, context);
            return next(context);
        });

        /// <summary>Takes the caller's address and scheme from a proxy, but only from one on this machine.</summary>
        public IApplicationBuilder UseForwardedAddresses() => app.UseForwardedHeaders(new()
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
        });
    }

    private static Task Add(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        var isFramed = context.GetEndpoint()?.Metadata.GetMetadata<MayBeFramed>() is not null;
        headers.ContentSecurityPolicy = (context.Features.Get<ContentPolicy>() ?? ContentPolicy.OfAnswer).Text(isFramed);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = isFramed ? "cross-origin" : "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = StrictTransport;
        // A phone may be shared with the person one is afraid of: nothing stays in its cache unless an endpoint says so.
        if (!headers.ContainsKey(HeaderNames.CacheControl))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
