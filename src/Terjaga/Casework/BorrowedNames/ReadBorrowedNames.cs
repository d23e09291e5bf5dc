using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Sharing;
using Terjaga.Registry.Asking;
using Terjaga.Screening;

namespace Terjaga.Casework.BorrowedNames;

/// <summary>What the official lists say of a case today, and which companies' names stand over contacts that are not theirs.</summary>
public sealed class ReadBorrowedNames(TerjagaDb db, AskRegistry registry, ReadSharing sharing)
{
    /// <summary>Newest reports of a case that are asked about: copies say the same.</summary>
    public const int MaxReports = 10;

    /// <param name="Contacts">Of the offer, and not in the list.</param>
    /// <param name="Mail">Where the company reads mail; null where the list does not say.</param>
    /// <param name="AskedAt">When an officer had it told; null where nobody did.</param>
    /// <param name="SentAt">When the mail server took it.</param>
    public sealed record Row(
        string Licence, string Name, IReadOnlyList<string> Contacts, DateOnly? AsOf, string? Mail, DateTimeOffset? AskedAt, DateTimeOffset? SentAt);

    /// <param name="Answer">Of the newest report that was screened; null where none was.</param>
    public sealed record View(RegistryAnswer? Answer, IReadOnlyList<Row> Borrowed);

    /// <summary>Empty where the officer's ministry does not see the words as they are: the answer repeats names and numbers of them.</summary>
    public async Task<View> RunAsync(Acting by, Guid caseFileId, CancellationToken cancellationToken) =>
        (await sharing.ForAsync(by, cancellationToken)).SeesWhole(SharedField.ReportWords) ? await ReadAsync(caseFileId, cancellationToken) : new View(null, []);

    private async Task<View> ReadAsync(Guid caseFileId, CancellationToken cancellationToken)
    {
        var reports = await (
            from report in db.CaseReports.AsNoTracking()
            join screening in db.Screenings.AsNoTracking() on report.ReportId equals screening.ReportId
            where report.CaseFileId == caseFileId
            orderby report.ReportId descending
            select new { report.Words, screening.Answer }).Take(MaxReports).ToListAsync(cancellationToken);
        var told = await db.BorrowedNames.AsNoTracking().Where(b => b.CaseFileId == caseFileId).ToListAsync(cancellationToken);
        var (first, rows) = ((RegistryAnswer?)null, new Dictionary<string, Row>(StringComparer.Ordinal));
        foreach (var report in reports)
        {
            if (JsonSerializer.Deserialize(report.Answer, ScreeningJson.Default.ScreeningResult) is not { } seen)
                continue;
            var question = OfferQuestion.Of(report.Words, seen);
            var answer = await registry.RunAsync(question, cancellationToken);
            first ??= answer;
            foreach (var agency in answer.Agencies.Where(IsBorrowed))
            {
                var known = told.Find(b => b.Licence == agency.Licence);
                rows.TryAdd(agency.Licence!, new Row(
                    agency.Licence!, agency.Listed!, [.. question.Phones, .. question.AccountNumbers], agency.AsOf,
                    known?.Address ?? await registry.MailOfAsync(agency.Licence!, cancellationToken), known?.AskedAt, known?.SentAt));
            }
        }

        return new View(first, [.. rows.Values]);
    }

    /// <summary>A likeness of names alone tells nobody: it may be another company.</summary>
    private static bool IsBorrowed(AgencyAnswer agency) =>
        agency is { Contacts: ContactState.NotOnFile, State: RegistryState.Match, Licence: not null, Listed: not null };
}
