using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Terjaga.Casework.Search;

/// <summary>Finds reports by their words, the newest first, in the index of <see cref="SearchIndexSql"/>.</summary>
internal static class WordIndex
{
    /// <summary>Newest reports that PostgreSQL reads one by one first: words that many reports have are found among them.</summary>
    private const int MaxRead = 2_000;

    /// <summary>
    /// About as many reports PostgreSQL takes from its index for rarer words; of more it takes some at random
    /// (https://www.postgresql.org/docs/current/gin.html, gin_fuzzy_search_limit).
    /// </summary>
    private const int MaxTaken = 10_000;

    /// <remarks>Every word as a string of its own: what stands in it is no syntax of FTS5.</remarks>
    private const string SqliteSql = """
        SELECT r.report_id, r.case_file_id
        FROM report_words w JOIN report_numbers n ON n.id = w.rowid JOIN case_reports r ON r.report_id = n.report_id
        WHERE report_words MATCH {0} AND w.rowid < coalesce((SELECT id FROM report_numbers WHERE report_id = {1}), 9223372036854775807)
        ORDER BY w.rowid DESC LIMIT {2}
        """;

    private static readonly string _newestSql = string.Create(CultureInfo.InvariantCulture, $$"""
        SELECT n.report_id, n.case_file_id FROM (
            SELECT report_id, case_file_id, search FROM case_reports WHERE report_id < {1} ORDER BY report_id DESC LIMIT {{MaxRead}}) n
        WHERE n.search @@ plainto_tsquery('simple', {0}) ORDER BY n.report_id DESC LIMIT {2}
        """);

    private const string RarerSql = """
        WITH found AS MATERIALIZED (
            SELECT report_id, case_file_id FROM case_reports WHERE search @@ plainto_tsquery('simple', {0}))
        SELECT report_id, case_file_id FROM found WHERE report_id < {1} ORDER BY report_id DESC LIMIT {2}
        """;

    private static readonly string _bounds = string.Create(CultureInfo.InvariantCulture,
        $"SET LOCAL gin_fuzzy_search_limit = {MaxTaken}; SET LOCAL enable_seqscan = off");

    extension(TerjagaDb db)
    {
        /// <summary>Reports that have all the words. Empty for no words.</summary>
        /// <param name="before">Only reports before this one; null for the newest.</param>
        public async Task<List<FoundReport>> ReportsWithAsync(IReadOnlyList<string> words, Guid? before, int most, CancellationToken cancellationToken)
        {
            if (words.Count == 0)
                return [];
            if (db.IsEmbedded)
            {
                var match = string.Join(' ', words.Select(word => $"\"{word}\""));
                return await db.Database.SqlQueryRaw<FoundReport>(SqliteSql, match, before ?? Guid.Empty, most).ToListAsync(cancellationToken);
            }

            object[] values = [string.Join(' ', words), before ?? Guid.AllBitsSet, most];
            var newest = await db.Database.SqlQueryRaw<FoundReport>(_newestSql, values).ToListAsync(cancellationToken);
            return newest.Count == most ? newest : await RarerAsync(db, values, cancellationToken);
        }
    }

    private static async Task<List<FoundReport>> RarerAsync(TerjagaDb db, object[] values, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(_bounds, cancellationToken);
        var found = await db.Database.SqlQueryRaw<FoundReport>(RarerSql, values).ToListAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return found;
    }
}
