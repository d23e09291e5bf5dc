using Microsoft.EntityFrameworkCore;

namespace Terjaga.Takedown.Recipients;

/// <summary>Puts the fence between invented and real orders into the database itself, so that also a program that errs cannot cross it.</summary>
/// <remarks>
/// Triggers and no constraint: SQLite adds a constraint only by making the table anew, and what it makes anew loses its triggers.
/// So they are looked for at every start.
/// </remarks>
public sealed class PrepareFence(TerjagaDb db)
{
    private const string Mixed = "order.test-mixed";

    /// <summary>On PostgreSQL: one on each of the two tables.</summary>
    private const int GrownTriggers = 2;

    private static readonly string[] _embedded =
    [
        $"""
        CREATE TRIGGER IF NOT EXISTS order_fence_insert BEFORE INSERT ON orders
        WHEN NEW.is_test <> (SELECT is_test FROM recipients WHERE id = NEW.recipient_id)
        BEGIN SELECT RAISE(ABORT, '{Mixed}'); END
        """,
        $"""
        CREATE TRIGGER IF NOT EXISTS order_fence_update BEFORE UPDATE OF recipient_id, is_test ON orders
        WHEN NEW.is_test <> (SELECT is_test FROM recipients WHERE id = NEW.recipient_id)
        BEGIN SELECT RAISE(ABORT, '{Mixed}'); END
        """,
        $"""
        CREATE TRIGGER IF NOT EXISTS order_fence_recipient BEFORE UPDATE OF is_test ON recipients
        WHEN NEW.is_test <> OLD.is_test AND EXISTS (SELECT 1 FROM orders WHERE recipient_id = NEW.id AND is_test = OLD.is_test)
        BEGIN SELECT RAISE(ABORT, '{Mixed}'); END
        """,
    ];

    private static readonly string[] _grown =
    [
        $"""
        CREATE OR REPLACE FUNCTION order_fence() RETURNS trigger LANGUAGE plpgsql AS $fence$
        BEGIN
            IF TG_TABLE_NAME = 'orders' AND NEW.is_test <> (SELECT is_test FROM recipients WHERE id = NEW.recipient_id) THEN
                RAISE EXCEPTION '{Mixed}';
            ELSIF TG_TABLE_NAME = 'recipients' AND EXISTS (SELECT 1 FROM orders WHERE recipient_id = NEW.id AND is_test <> NEW.is_test) THEN
                RAISE EXCEPTION '{Mixed}';
            END IF;
            RETURN NEW;
        END $fence$
        """,
        "CREATE OR REPLACE TRIGGER order_fence BEFORE INSERT OR UPDATE OF recipient_id, is_test ON orders FOR EACH ROW EXECUTE FUNCTION order_fence()",
        "CREATE OR REPLACE TRIGGER order_fence BEFORE UPDATE OF is_test ON recipients FOR EACH ROW EXECUTE FUNCTION order_fence()",
    ];

    /// <summary>Nothing happens where the fence stands already: a start of one node must not hold up the orders of another.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await StandsAsync(cancellationToken))
            return;
        await db.TogetherAsync(
            async () =>
            {
                foreach (var statement in db.IsEmbedded ? _embedded : _grown)
                    await db.Database.ExecuteSqlRawAsync(statement, cancellationToken);
            },
            cancellationToken);
    }

    private async Task<bool> StandsAsync(CancellationToken cancellationToken)
    {
        var count = db.IsEmbedded
            ? db.Database.SqlQueryRaw<long>("SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'order_fence%'")
            : db.Database.SqlQueryRaw<long>("SELECT COUNT(*) AS \"Value\" FROM pg_trigger WHERE tgname = 'order_fence' AND tgrelid IN ('orders'::regclass, 'recipients'::regclass)");
        return await count.SingleAsync(cancellationToken) >= (db.IsEmbedded ? _embedded.Length : GrownTriggers);
    }
}
