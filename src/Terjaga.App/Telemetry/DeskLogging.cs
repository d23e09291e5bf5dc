using Microsoft.Extensions.Logging.Console;

namespace Terjaga.App.Telemetry;

/// <summary>Logs: to standard error, in one line each, and never where a request led.</summary>
internal static class DeskLogging
{
    private const string Framework = "Microsoft.AspNetCore";

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
            builder.Services.PostConfigure<LoggerFilterOptions>(KeepPathsOut);
        }
    }

    /// <summary>
    /// Below a warning the framework writes the path of each request, which holds receipts; one part of it puts the path
    /// around every line of others. No setting may turn these on.
    /// </summary>
    private static void KeepPathsOut(LoggerFilterOptions filters)
    {
        var console = typeof(ConsoleLoggerProvider).FullName;
        var tooLoud = filters.Rules.Where(rule => rule.LogLevel < LogLevel.Warning
            && rule.CategoryName?.StartsWith(Framework, StringComparison.OrdinalIgnoreCase) == true);
        foreach (var rule in tooLoud.ToList())
            filters.Rules.Remove(rule);
        filters.Rules.Add(new(console, Framework, LogLevel.Warning, filter: null));
        // It warns that session keys lie in the data folder unencrypted, at each new one.
        filters.Rules.Add(new(console, Framework + ".DataProtection", LogLevel.Error, filter: null));
        filters.Rules.Add(new(console, Framework + ".Hosting.Diagnostics", LogLevel.None, filter: null));
    }
}
