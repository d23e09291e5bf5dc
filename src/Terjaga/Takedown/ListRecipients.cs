using Microsoft.EntityFrameworkCore;

namespace Terjaga.Takedown;

/// <summary>Everybody who can be ordered to take content away; no secrets.</summary>
public sealed class ListRecipients(TerjagaDb db)
{
    public sealed record Row(
        Guid Id, string Name, IReadOnlyList<string> Hosts, RecipientChannel Channel, string Address, bool IsEnabled,
        string Source, DateTimeOffset AddedAt)
    {
        /// <summary>Whether it is the one to ask about a host.</summary>
        public bool AnswersFor(string host) => Hosts.Any(own =>
            host.Equals(own, StringComparison.OrdinalIgnoreCase)
            || host.EndsWith("." + own, StringComparison.OrdinalIgnoreCase));
    }

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        var all = await db.Recipients.AsNoTracking().OrderBy(r => r.Name).ToListAsync(cancellationToken);
        return all.ConvertAll(r =>
            new Row(r.Id, r.Name, r.Hosts.Split(' '), r.Channel, r.Address, r.IsEnabled, r.Source, r.AddedAt));
    }
}
