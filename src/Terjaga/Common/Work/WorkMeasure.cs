using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Terjaga.Common.Work;

/// <summary>What an operator's collector is told of one attempt: kind of work, how it ended, how long it took; never its subject.</summary>
internal sealed class WorkMeasure(string kind, TimeProvider clock) : IDisposable
{
    /// <summary>Name of the source of traces and of the meter.</summary>
    public const string Name = "Terjaga.Work";

    private static readonly ActivitySource _traces = new(Name);

    private static readonly Histogram<double> _duration = new Meter(Name).CreateHistogram<double>(
        "terjaga.work.duration", unit: "s", description: "How long one attempt at a piece of work took.");

    private readonly Activity? _trace = _traces.StartActivity(kind);
    private readonly long _began = clock.GetTimestamp();
    private string _outcome = "failed";

    /// <summary>Unless this is called, the attempt counts as failed.</summary>
    public void Succeed() => _outcome = "done";

    public void Dispose()
    {
        _duration.Record(
            clock.GetElapsedTime(_began).TotalSeconds, new("work.kind", kind), new("work.outcome", _outcome));
        _trace?.SetTag("work.outcome", _outcome).Dispose();
    }
}
