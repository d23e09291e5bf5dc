using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Takedown.Notices;

/// <summary>How many letters of a year have a number.</summary>
internal sealed class LetterYear
{
    private LetterYear() { }

    public int Year { get; private init; }

    public int Last { get; private init; }
}

internal static class LetterYearStorage
{
    extension(TerjagaDb db)
    {
        /// <summary>Takes so many numbers that follow each other, and tells the first. Called inside <see cref="TerjagaDb.TogetherAsync"/>.</summary>
        /// <remarks>Two who sign at once wait for each other here; what is not stored gives its numbers back.</remarks>
        public async Task<int> TakeLettersAsync(DateTimeOffset at, int count, CancellationToken cancellationToken)
        {
            var year = WibTime.DayOf(at).Year;
            var last = await db.Database.SqlQuery<int>(
                $"""
                INSERT INTO letter_years (year, last) VALUES ({year}, {count})
                ON CONFLICT (year) DO UPDATE SET last = letter_years.last + excluded.last RETURNING last AS "Value"
                """).ToListAsync(cancellationToken);
            return last[0] - count + 1;
        }
    }

    /// <remarks>Would be a reference table: one row is written at each signature, by one office.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<LetterYear>
    {
        public void Configure(EntityTypeBuilder<LetterYear> builder)
        {
            builder.ToTable("letter_years");
            builder.HasKey(y => y.Year);
            builder.Property(y => y.Year).ValueGeneratedNever();
        }
    }
}
