using Microsoft.Extensions.Logging.Console;

namespace Terjaga.App.Telemetry;

/// <summary>Logs: to standard error, in one line each, and never where a request led.</summary>
internal static class DeskLogging
{
    extension(WebApplicationBuilder builder)
    {
        /// <summary>Readable lines, or JSON where the setting <c>Logging:Console:FormatterName</c> is <c>json</c>.</summary>
        public void AddDeskLogging()
        {
            builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
            builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
            builder.Services.Configure<SimpleConsoleFormatterOptions>(line =>
            {
                line.SingleLine = true;
                line.UseUtcTimestamp = true;
                line.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            });
            builder.Services.Configure<JsonConsoleFormatterOptions>(line =>
            {
                line.UseUtcTimestamp = true;
                line.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
            // These write and scope the path of each request, which holds receipts; no setting may turn them on.
            builder.Services.PostConfigure<LoggerFilterOptions>(filters => filters.Rules.Add(new(
                typeof(ConsoleLoggerProvider).FullName, "Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None, filter: null)));
        }
    }
}
