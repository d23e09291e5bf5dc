using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Takedown.Answers;

namespace Terjaga.Takedown;

/// <summary>A recipient answers an order by the link in its letter: removed, removed in part, or refused with a reason.</summary>
public sealed class AnswerOrder(TerjagaDb db, AnswerToken tokens, AnswerOrders answers)
{
    /// <param name="IsRemoved">False for a refusal, which needs a reason.</param>
    /// <param name="IsPartly">Whether only some of it was removed.</param>
    public sealed record Input(string? Token, bool IsRemoved, string? Reason, bool IsPartly = false);

    /// <summary>
    /// Keeps the answer and looks at once whether it is true; the same answer again changes nothing. Fails with
    /// <c>order.unknown</c>, <c>order.answer-closed</c>, or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        string? reason = null;
        if ((!input.IsRemoved && !input.IsPartly) || !string.IsNullOrWhiteSpace(input.Reason))
        {
            if (!Decision.ParseReason(input.Reason).TryGet(out reason, out var problem))
                return problem;
        }

        var id = tokens.Read(input.Token);
        if (await db.Orders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellationToken) is not { } order)
            return new Problem("order.unknown");
        var status = input.IsPartly ? SaidStatus.Partly : input.IsRemoved ? SaidStatus.Removed : SaidStatus.Refused;
        var codes = await answers.StoreAsync(order.RecipientId, [new OrderAnswer(order.Id, status, reason)], isProven: true, cancellationToken);
        return codes[0] is { } code ? new Problem(code) : Done.Yes;
    }
}
