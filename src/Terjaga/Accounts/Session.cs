using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Accounts;

/// <summary>The time between an officer's sign-in and leaving.</summary>
internal sealed class Session
{
    /// <summary>Without a request for so long, a session ends; OWASP ASVS 5.0 V7.3.1.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>So long at most, however busy; OWASP ASVS 5.0 V7.3.2.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private Session() { }

    public Guid Id { get; private init; }

    public Guid OfficerId { get; private init; }

    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>The last request, exact to <see cref="CheckSession.Grain"/>.</summary>
    public DateTimeOffset SeenAt { get; private init; }

    public DateTimeOffset EndsAt { get; private init; }

    /// <summary>Null while nobody ended it; it may be over by its time all the same.</summary>
    public DateTimeOffset? EndedAt { get; private init; }

    public Proof Proof { get; private init; }

    public string Agent { get; private init; } = "";

    public string Network { get; private init; } = "";

    public static Session Begin(Guid officerId, Proof proof, SessionOrigin origin, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        OfficerId = officerId,
        StartedAt = now,
        SeenAt = now,
        EndsAt = now + Longest,
        Proof = proof,
        Agent = PlainText.Shorten(origin.Agent, SessionOrigin.MaxLength),
        Network = PlainText.Shorten(origin.Network, SessionOrigin.MaxLength),
    };
}

internal static class SessionStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<Session> Sessions => db.Set<Session>();

        /// <summary>Those that are open now.</summary>
        public IQueryable<Session> OpenSessions(DateTimeOffset now)
        {
            var seen = now - Session.Idle;
            return db.Sessions.Where(s => s.EndedAt == null && s.EndsAt > now && s.SeenAt > seen);
        }

        /// <summary>Ends all of an officer's, but for one to keep. Within a transaction of the caller's.</summary>
        public Task<int> EndSessionsAsync(Guid officerId, Guid? keep, DateTimeOffset now, CancellationToken cancellationToken) =>
            db.Sessions.Where(s => s.OfficerId == officerId && s.Id != keep && s.EndedAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), cancellationToken);

        /// <summary>
        /// Stores what is tracked and ends the officer's other sessions, together. Fails with <c>officer.changed</c> where
        /// somebody else changed the account in between; then nothing is stored.
        /// </summary>
        public async Task<Result<Done>> SaveAndEndAsync(Guid officerId, Guid? keep, DateTimeOffset now, CancellationToken cancellationToken)
        {
            try
            {
                await db.TogetherAsync(
                    async () =>
                    {
                        await db.SaveChangesAsync(cancellationToken);
                        await db.EndSessionsAsync(officerId, keep, now, cancellationToken);
                    },
                    cancellationToken);
                return Done.Yes;
            }
            catch (DbUpdateConcurrencyException)
            {
                return new Problem("officer.changed");
            }
        }
    }

    /// <remarks>Would be a reference table: the check of each request asks it by its key.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> builder)
        {
            builder.ToTable("sessions");
            builder.Property(s => s.Proof).HasConversion<string>().HasMaxLength(20);
            builder.Property(s => s.Agent).HasMaxLength(SessionOrigin.MaxLength);
            builder.Property(s => s.Network).HasMaxLength(SessionOrigin.MaxLength);
            builder.HasIndex(s => new { s.OfficerId, s.StartedAt });
        }
    }
}
