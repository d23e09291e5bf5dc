using Microsoft.EntityFrameworkCore;
using Terjaga.Takedown.Recipients;

namespace Terjaga.Takedown;

/// <summary>Everybody who can be ordered to take content away; no secrets.</summary>
public sealed class ListRecipients(TerjagaDb db)
{
    /// <param name="IsTest">Invented: it gets orders of invented places and no other.</param>
    public sealed record Row(
        Guid Id, string Name, IReadOnlyList<string> Hosts, RecipientChannel Channel, string Address, bool IsEnabled,
        string Source, DateTimeOffset AddedAt, RecipientKind Kind = RecipientKind.Platform, bool IsTest = false)
    {
        /// <summary>Whether it is the one to ask about a host. An invented one answers for invented places alone.</summary>
        public bool AnswersFor(string host) => FictionalHost.Is(host) == IsTest && Hosts.Any(own =>
            host.Equals(own, StringComparison.OrdinalIgnoreCase)
            || host.EndsWith("." + own, StringComparison.OrdinalIgnoreCase));
    }

    /// <param name="Kind">Null for all.</param>
    /// <param name="IsEnabled">Null for all.</param>
    /// <param name="Words">Part of a name, of a host or of an address; null or empty for all.</param>
    public sealed record Filter(RecipientKind? Kind = null, bool? IsEnabled = null, string? Words = null)
    {
        public bool Fits(Row row) => (Kind is null || row.Kind == Kind) && (IsEnabled is null || row.IsEnabled == IsEnabled)
            && (string.IsNullOrWhiteSpace(Words) || Enumerable.Concat([row.Name, row.Address], row.Hosts)
                .Any(text => text.Contains(Words.Trim(), StringComparison.OrdinalIgnoreCase)));
    }

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        var all = await db.Recipients.AsNoTracking().OrderBy(r => r.Name).ToListAsync(cancellationToken);
        return all.ConvertAll(RowOf);
    }

    internal static Row RowOf(Recipient r) => new(
        r.Id, r.Name, r.Hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries), r.Channel, r.Address, r.IsEnabled, r.Source, r.AddedAt, r.Kind, r.IsTest);
}
