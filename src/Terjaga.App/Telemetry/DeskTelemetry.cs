using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Terjaga.App.Telemetry;

/// <summary>OpenTelemetry traces and metrics; nothing is measured for anyone until an operator names a collector.</summary>
internal static class DeskTelemetry
{
    /// <summary>The standard variable, also as a setting: <c>TERJAGA_OTEL_EXPORTER_OTLP_ENDPOINT</c>.</summary>
    private const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    extension(WebApplicationBuilder builder)
    {
        public void AddDeskTelemetry()
        {
            var endpoint = builder.Configuration[EndpointKey] ?? Environment.GetEnvironmentVariable(EndpointKey);
            if (string.IsNullOrWhiteSpace(endpoint))
                return;

            builder.Services.AddOpenTelemetry()
                .ConfigureResource(resource => resource.AddService("terjaga"))
                .UseOtlpExporter(OtlpExportProtocol.Grpc, new Uri(endpoint))
                .WithTracing(traces => traces
                    .AddAspNetCoreInstrumentation()
                    .AddSource("Terjaga.*")
                    .AddProcessor(new PathRemover()))
                .WithMetrics(metrics => metrics
                    .AddAspNetCoreInstrumentation()
                    .AddMeter("System.Runtime", "Terjaga.*"));
        }
    }
}
