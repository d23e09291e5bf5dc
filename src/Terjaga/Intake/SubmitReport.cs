using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Terjaga.Casework.Danger;
using Terjaga.Common.Events;
using Terjaga.Common.Storage;
using Terjaga.Common.Work;
using Terjaga.Evidence.Store;
using Terjaga.Privacy;
using Terjaga.Screening;
using Terjaga.Screening.Learning;

namespace Terjaga.Intake;

/// <summary>A person reports what they were offered; one of link, text and picture is enough.</summary>
public sealed partial class SubmitReport(
    TerjagaDb db, GroupWriter writer, EvidenceStore store, DeskKey desk, ReceiptKeys keys, DeskAddress ourselves, Screeners screeners, RaiseDanger danger,
    TimeProvider clock, ILogger<SubmitReport> logger)
{
    /// <summary>Longest contact, in characters; also the bound of the form field.</summary>
    public const int MaxContactLength = SealedContact.MaxLength;

    /// <summary>Longest accepted idempotency key, in characters.</summary>
    public const int MaxIdempotencyKeyLength = 255;

    /// <summary>What the form, the API and later doors all send.</summary>
    /// <param name="Channel">Where the offer was seen; a short word such as <c>facebook</c>.</param>
    /// <param name="Contact">Sealed apart from the report; null or empty leaves nothing.</param>
    /// <param name="IdempotencyKey">Marks a repetition of the same sending; null if the sender has no such mark.</param>
    public sealed record Input(
        string? Link, string? Text, string? Channel, string? Contact, IReadOnlyList<byte[]> Pictures, string? IdempotencyKey)
    {
        /// <summary>In which the reporter read the form, as <c>id</c> or <c>en</c>; null if not known.</summary>
        public string? Language { get; init; }

        /// <summary>A form that nobody has filled in.</summary>
        public static Input Empty { get; } = new(null, null, null, null, [], null);
    }

    /// <summary>
    /// Stores the report, its receipt, its event and the work that follows in one commit, and answers after it. The
    /// same sending again gives the same receipt and stores nothing.
    /// Fails with <c>link.ours</c>, <c>report.repeated-differently</c>, or what <see cref="ReportReading"/> tells.
    /// </summary>
    public async Task<Result<Receipt>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!ReportReading.Read(input).TryGet(out var reading, out var problem))
            return problem;
        if (reading.Address is { } address && ourselves.IsOurs(address))
            return new Problem("link.ours");

        var receipt = input.IdempotencyKey is { } key ? keys.Derive(key, Fingerprint(input)) : Receipt.Draw();
        var report = Report.Receive(
            clock.GetUtcNow(), reading.Channel, reading.Address, reading.Text, keys.Hash(receipt),
            input.IdempotencyKey is { } mark ? keys.HashKey(mark) : null, input.Language is "id" or "en" ? input.Language : null);

        // The bytes first: a file without a report does no harm, a report without its file would be a loss.
        var kept = await store.BringAsync(report.Id, reading.Pictures.Select(p => p.Content), report.Cause, cancellationToken);
        var pictures = reading.Pictures.Select(picture => ReportPicture.Receive(
            report.ReceivedAt, report.Id, EvidenceStore.HashOf(picture.Content), picture.MediaType, picture.Content.Length)).ToList();

        if (await writer.WriteAsync([.. Statements(report, pictures, reading.Contact), .. kept], cancellationToken))
        {
            IntakeTelemetry.Count();
            LogReceived(report.Id, pictures.Count, report.Address is not null);
            return receipt;
        }

        return await db.IsReceiptKnownAsync(report.ReceiptHash, cancellationToken)
            ? receipt
            : new Problem("report.repeated-differently");
    }

    private List<Statement> Statements(Report report, List<ReportPicture> pictures, string? contact)
    {
        var needsLooking = report.Address is not null || pictures.Count > 0;
        var kind = needsLooking ? CaptureReportJob.Kind : ScreenReportJob.Kind;
        List<Statement> statements =
        [
            report.ToStatement(db),
            DeskEvent.Record(report.ReceivedAt, report.Id, ReportEvents.Received, Actor.Reporter).ToStatement(db, report.Cause),
            WorkItem.Schedule(kind, report.Id, report.ReceivedAt, report.ReceivedAt).ToStatement(db, report.Cause),
            .. pictures.Select(picture => picture.ToStatement(report.Cause)),
        ];
        if (contact is not null)
            statements.Add(SealedContact.Seal(desk, report.Id, contact).ToStatement(report.Cause));
        statements.AddRange(DangerOf(report));
        return statements;
    }

    /// <remarks>By the reporter's own words, in the same commit: nobody in danger waits for a page, a score or a worker.</remarks>
    private List<Statement> DangerOf(Report report) =>
        report.Text is { } words && Screen(words, report) is { } seen && danger.Of(report.Id, words, seen, report.ReceivedAt) is { } file
            ? [file.ToStatement(db, report.Cause), DeskEvent.Record(report.ReceivedAt, report.Id, DangerEvents.Raised, RaiseDanger.By).ToStatement(db, report.Cause)]
            : [];

    /// <summary>Null where the engine breaks on the words: the report is taken all the same, and its screening tries again.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever the engine does with hostile words, no report is lost by it.")]
    private ScreeningResult? Screen(string words, Report report)
    {
        try
        {
            return screeners.Live.Screen(words, report.Channel);
        }
        catch (Exception exception)
        {
            LogUnscreened(exception, report.Id);
            return null;
        }
    }

    /// <summary>Of all that was sent, each part with its length, so that no two sendings read the same.</summary>
    private static byte[] Fingerprint(Input input)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[][] parts =
        [
            .. new[] { input.Link, input.Text, input.Channel, input.Contact }.Select(t => Encoding.UTF8.GetBytes(t ?? "")),
            .. input.Pictures,
        ];
        foreach (var part in parts)
        {
            hash.AppendData(BitConverter.GetBytes(part.Length));
            hash.AppendData(part);
        }

        return hash.GetHashAndReset();
    }

    [LoggerMessage(LogLevel.Debug, "Report {ReportId} received with {Pictures} pictures; has a link: {HasLink}")]
    private partial void LogReceived(Guid reportId, int pictures, bool hasLink);

    [LoggerMessage(LogLevel.Error, "The words of report {ReportId} could not be screened while it was received")]
    private partial void LogUnscreened(Exception exception, Guid reportId);
}
