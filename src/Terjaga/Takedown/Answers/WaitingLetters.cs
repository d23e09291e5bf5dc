using Terjaga.Common.Events;
using Terjaga.Takedown.Ladder;
using Terjaga.Takedown.Notices;
using Terjaga.Takedown.Recipients;

namespace Terjaga.Takedown.Answers;

/// <summary>Letters that are written and wait: the recipient fetches them, or a person brings them.</summary>
internal static class WaitingLetters
{
    /// <summary>Letters that a person brings.</summary>
    public static readonly RecipientChannel[] ByHand = [RecipientChannel.Portal, RecipientChannel.Letter];

    /// <summary>Letters that the recipient fetches.</summary>
    public static readonly RecipientChannel[] Fetched = [RecipientChannel.PullApi];

    extension(TerjagaDb db)
    {
        /// <summary>Those of recipients of some channels that may get letters, and that still tell something; no real one's on a desk of demonstrations.</summary>
        public IQueryable<Dispatch> LettersThatWait(IReadOnlyList<RecipientChannel> channels)
        {
            var (letters, recipients, orders, steps) = (db.Dispatches, db.Recipients, db.Orders, db.OrderSteps);
            var demonstrated = db.Events.Where(e => e.SubjectId == DemoMark.Subject && e.Kind == DemoMark.Kind);
            return letters.Where(d => d.ComposedAt != null && d.SentAt == null
                && recipients.Any(r => r.Id == d.RecipientId && r.IsEnabled && channels.Contains(r.Channel) && (r.IsTest || !demonstrated.Any()))
                && ((d.Kind == DispatchKind.Order && orders.Any(o => o.DispatchId == d.Id && o.State == OrderState.Signed))
                    || (d.Kind == DispatchKind.Warning && steps.Any(s => s.DispatchId == d.Id && orders.Any(o => o.Id == s.OrderId && o.State != OrderState.Withdrawn)))
                    || (d.Kind == DispatchKind.Withdrawal && letters.Any(of => of.Id == d.OfId && of.SentAt != null))));
        }
    }

    /// <summary>The work that sends a letter by a channel that a machine works.</summary>
    public static string WorkOf(DispatchKind kind) => kind switch
    {
        DispatchKind.Order => SendNoticeJob.Kind,
        DispatchKind.Warning => SendWarningJob.Kind,
        _ => SendWithdrawalJob.Kind,
    };
}
