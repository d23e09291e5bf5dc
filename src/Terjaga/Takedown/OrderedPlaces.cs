using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Takedown.Recipients;

namespace Terjaga.Takedown;

/// <summary>Which places of a case have an order.</summary>
internal static class OrderedPlaces
{
    /// <summary>By the host of a place, or because an officer chose it; never across the fence between invented and real.</summary>
    /// <param name="choices">Of the case: for a host the recipient that was chosen.</param>
    public static bool Answers(ListRecipients.Row recipient, string host, IReadOnlyDictionary<string, Guid> choices) => recipient.AnswersFor(host)
        || (choices.TryGetValue(host, out var chosen) && chosen == recipient.Id && recipient.IsTest == FictionalHost.Is(host));

    extension(TerjagaDb db)
    {
        /// <summary>Those that no order asks to take away: none of this case, and none of another one to which a place belonged before.</summary>
        public async Task<List<ReadCase.ItemRow>> PlacesWithoutOrderAsync(Guid caseFileId, CancellationToken cancellationToken)
        {
            var items = await db.ItemsOfCaseAsync(caseFileId, cancellationToken);
            var ids = items.ConvertAll(item => item.Id);
            var ordered = await db.Orders.AsNoTracking().Where(o => ids.Contains(o.ItemId) && o.State != OrderState.Withdrawn && o.State != OrderState.CameBack)
                .Select(o => o.ItemId).ToListAsync(cancellationToken);
            return items.FindAll(item => !ordered.Contains(item.Id));
        }

        /// <summary>The same, each with the recipients that answer for it: by its host, or because an officer chose one.</summary>
        public async Task<List<OpenPlace>> OpenPlacesAsync(
            Guid caseFileId, IReadOnlyList<ListRecipients.Row> recipients, CancellationToken cancellationToken)
        {
            var places = await db.PlacesWithoutOrderAsync(caseFileId, cancellationToken);
            var choices = await db.PlaceChoices.AsNoTracking().Where(c => c.CaseFileId == caseFileId)
                .ToDictionaryAsync(c => c.Host, c => c.RecipientId, cancellationToken);

            // A campaign has many places at few hosts.
            var answering = places.Select(place => place.Host).Distinct().ToDictionary(host => host, host => recipients
                .Where(r => Answers(r, host, choices))
                .Select(r => r.Id).ToHashSet());
            return places.ConvertAll(place => new OpenPlace(place.Id, place.Address, place.Host, answering[place.Host]));
        }
    }
}

/// <param name="Recipients">Who answers for it; empty where nobody is known.</param>
internal sealed record OpenPlace(Guid Id, string Address, string Host, IReadOnlySet<Guid> Recipients);
