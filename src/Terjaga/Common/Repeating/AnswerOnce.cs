using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Terjaga.Common.Repeating;

/// <summary>A call that is repeated with the same key is answered as the first time, and done once.</summary>
/// <remarks>
/// The draft "The Idempotency-Key HTTP Header Field" of the IETF (draft-ietf-httpapi-idempotency-key-header). A desk that is
/// killed between the act and its answer leaves a call under way; whoever repeats it after <see cref="Patience"/> is heard
/// again, and then the version that every act on a case carries says that it was done.
/// </remarks>
public sealed class AnswerOnce(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Longest key, in characters.</summary>
    public const int MaxKeyLength = 200;

    /// <summary>Largest answer that is kept, in bytes.</summary>
    public const int MaxBodyBytes = 256 * 1024;

    /// <summary>How long a call may be under way before its key is free again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>How long answers are kept.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public sealed record Answer(int StatusCode, string? MediaType, byte[] Body);

    /// <param name="Id">Names the call for <see cref="KeepAsync"/> and <see cref="ForgetAsync"/>.</param>
    /// <param name="Known">What was answered the first time; null where this is the first time.</param>
    public sealed record Begun(string Id, Answer? Known);

    /// <summary>
    /// Fails with <c>idempotency-key.invalid</c>, <c>idempotency-key.reused</c> (for another call) or
    /// <c>idempotency-key.under-way</c>.
    /// </summary>
    /// <param name="callerId">An officer, or a recipient; the keys of one are not another's.</param>
    /// <param name="asked">All that the call says: method, path and body.</param>
    public async Task<Result<Begun>> BeginAsync(Guid callerId, string key, byte[] asked, CancellationToken cancellationToken)
    {
        if (key.Length is 0 or > MaxKeyLength || !PlainText.IsReadable(key))
            return new Problem("idempotency-key.invalid", MaxKeyLength);
        var (id, hash, now) = (HashOf(Encoding.UTF8.GetBytes($"{callerId:D} {key}")), HashOf(asked), clock.GetUtcNow());
        await db.RepeatedCalls.Where(c => c.Id == id && c.StatusCode == null && c.BegunAt < now - Patience).ExecuteDeleteAsync(cancellationToken);
        if (await db.RepeatedCalls.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is { } known)
            return Repeat(known, hash);

        var call = db.RepeatedCalls.Add(new RepeatedCall { Id = id, Asked = hash, BegunAt = now });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new Begun(id, null);
        }
        catch (DbUpdateException)
        {
            return new Problem("idempotency-key.under-way");
        }
        finally
        {
            call.State = EntityState.Detached;
        }
    }

    public Task KeepAsync(string id, Answer answer, CancellationToken cancellationToken) => db.RepeatedCalls.Where(c => c.Id == id).ExecuteUpdateAsync(
        set => set.SetProperty(c => c.StatusCode, answer.StatusCode).SetProperty(c => c.MediaType, answer.MediaType).SetProperty(c => c.Body, answer.Body), cancellationToken);

    /// <summary>The call failed on our side and may be repeated.</summary>
    public Task ForgetAsync(string id, CancellationToken cancellationToken) =>
        db.RepeatedCalls.Where(c => c.Id == id).ExecuteDeleteAsync(cancellationToken);

    private static Result<Begun> Repeat(RepeatedCall known, string asked) => known switch
    {
        _ when known.Asked != asked => new Problem("idempotency-key.reused"),
        { StatusCode: { } status } => new Begun(known.Id, new Answer(status, known.MediaType, known.Body ?? [])),
        _ => new Problem("idempotency-key.under-way"),
    };

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
