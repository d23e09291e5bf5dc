using System.Text.Json.Serialization;
using Terjaga.App.Errors;
using Terjaga.App.Takedown.Platforms;
using Terjaga.App.Telemetry;
using Terjaga.App.Web;

namespace Terjaga.App;

/// <summary>Makes the desk: what every page and call stands on, then the areas.</summary>
public static class DeskHost
{
    /// <summary>Most bytes of a request; an endpoint that takes files raises it for itself.</summary>
    public const int MaxRequestBytes = 256 * 1024;

    /// <summary>Environment variables with this prefix are settings: <c>TERJAGA_Database__ConnectionString</c>.</summary>
    private const string VariablePrefix = "TERJAGA_";

    /// <summary>Longest wait for requests and work under way at a stop; the contract allows ten seconds in all.</summary>
    private static readonly TimeSpan _stopPatience = TimeSpan.FromSeconds(8);

    /// <summary>
    /// Builds the desk, not yet started. <paramref name="settings"/> win over environment variables, and those over
    /// appsettings.json; <paramref name="adjust"/> lets a test put its clock or its server in place.
    /// </summary>
    public static WebApplication Build(
        IReadOnlyDictionary<string, string?> settings, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new()
        {
            ApplicationName = typeof(DeskHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration
            .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
            .AddEnvironmentVariables(VariablePrefix)
            .AddInMemoryCollection(settings);
        var options = DeskOptions.From(builder.Configuration);

        AddGround(builder, options);
        DeskAreas.Add(builder, options);
        adjust?.Invoke(builder);

        var app = builder.Build();
        UseGround(app);
        // Forged posts are refused for all of them by CrossSiteGuard, which needs no token in a page.
        DeskAreas.Map(app.MapGroup("").DisableAntiforgery(), options);
        MakeOnce(((IEndpointRouteBuilder)app).DataSources);
        return app;
    }

    /// <remarks>Who finds the way and who asks for authority would each make all endpoints of a group anew, in most of a second.</remarks>
    private static void MakeOnce(ICollection<EndpointDataSource> sources)
    {
        var all = new CompositeEndpointDataSource([.. sources]);
        sources.Clear();
        sources.Add(all);
    }

    private static void AddGround(WebApplicationBuilder builder, DeskOptions options)
    {
        builder.AddDeskLogging();
        builder.AddDeskTelemetry();
        builder.WebHost.UseUrls(options.Urls).UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
        });

        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = _stopPatience);
        services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        services.AddRouting();
        services.AddRazorComponents();
        services.AddLanguages();
        services.AddPageCompression();
        services.AddOpenApi(document =>
        {
            document.AddDocumentTransformer((made, _, _) =>
            {
                made.Info = new() { Title = "Terjaga", Version = "1", Description = "Reports, receipts, and what officers decide." };
                return Task.CompletedTask;
            });
            document.AddRecipientKeys();
        });
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(
            new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false)));
    }

    /// <remarks>All of it is named, in order: what the framework would add by itself stands before our headers and words.</remarks>
    private static void UseGround(WebApplication app)
    {
        app.UseForwardedAddresses();
        app.UseServerTiming();
        app.UseSecurityHeaders();
        app.UseLanguages();
        app.UsePageCompression();
        app.UseErrorAnswers();
        app.UseCrossSiteGuard();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseSignedRecipientCalls();
        app.UseRepeatedCalls();
        app.MapStyleSheet();
        app.MapDeskFiles();
        app.MapOpenApi();
    }
}
