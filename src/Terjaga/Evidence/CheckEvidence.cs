using Terjaga.Evidence.Custody;
using Terjaga.Evidence.Store;

namespace Terjaga.Evidence;

/// <summary>Reads all evidence and the whole custody log, and tells what does not fit; changes nothing.</summary>
public sealed class CheckEvidence(CheckEvidenceStore store, VerifyCustody custody)
{
    /// <summary>One thing that was checked.</summary>
    /// <param name="Faults">What is wrong, with its place; empty where all is well.</param>
    public sealed record Finding(string Check, IReadOnlyList<string> Faults);

    /// <param name="Contents">Contents that somebody holds.</param>
    /// <param name="Waiting">Files that no row names yet, too young to be taken for strays.</param>
    public sealed record Report(int Contents, int Waiting, IReadOnlyList<Finding> Findings)
    {
        public bool IsGood => Findings.All(finding => finding.Faults.Count == 0);
    }

    public async Task<Report> RunAsync(CancellationToken cancellationToken)
    {
        var stored = await store.RunAsync(cancellationToken);
        var faults = await custody.RunAsync(cancellationToken);
        return new Report(stored.ContentCount, stored.JustWritten.Count,
        [
            new("evidence.missing", stored.Missing),
            new("evidence.damaged", stored.Damaged),
            new("evidence.stray", stored.Strays),
            new("custody", [.. faults.Select(fault => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{fault.Code} at {fault.Place}"))]),
        ]);
    }
}
