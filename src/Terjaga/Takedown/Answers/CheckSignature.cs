using Microsoft.EntityFrameworkCore;
using Terjaga.Privacy;

namespace Terjaga.Takedown.Answers;

/// <summary>Tells whether a call of a recipient is signed with the secret that the desk signs its own calls with.</summary>
public sealed class CheckSignature(TerjagaDb db, DeskKey desk, TimeProvider clock)
{
    /// <summary>The three headers as they came; null for one that did not.</summary>
    public sealed record Headers(string? Id, string? Timestamp, string? Signature);

    /// <summary>Fails with <c>session.signature-invalid</c>, also where the recipient has no secret and nothing can be proven.</summary>
    public async Task<Result<Done>> RunAsync(Guid recipientId, Headers headers, byte[] body, CancellationToken cancellationToken)
    {
        var recipient = await db.Recipients.AsNoTracking().SingleOrDefaultAsync(r => r.Id == recipientId, cancellationToken);
        return recipient?.SealedSecret is not null
            && WebhookSignature.Verifies(recipient.OpenSecret(desk), headers.Id, headers.Timestamp, headers.Signature, clock.GetUtcNow(), body)
            ? Done.Yes
            : new Problem("session.signature-invalid");
    }
}
