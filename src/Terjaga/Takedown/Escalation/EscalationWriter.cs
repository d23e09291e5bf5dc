using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Terjaga.Evidence;
using Terjaga.Evidence.Custody;
using Terjaga.Evidence.Packages;
using Terjaga.Evidence.Store;
using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown.Escalation;

/// <summary>Writes the folders of a package for the next authority, in the order in which one asks; one part is in memory at a time.</summary>
internal sealed class EscalationWriter(
    GatherEscalation gather, WriteNotice write, SendMail mail, Common.Mail.MailServer server, Privacy.DeskKey desk, EvidenceStore store, ProveCustody prove)
{
    /// <summary>Looks whose bytes are in one package; with picture and words up to three parts each, and well below what a package holds.</summary>
    public const int MaxProofs = 1_000;

    /// <summary>Names of the folders; the number is the order.</summary>
    public const string Summary = "1-summary/", Notices = "2-notices/", Deliveries = "3-delivery/", Answers = "4-answers/", Steps = "5-steps/", Evidence = "6-evidence/",
        Contacts = "7-contacts/";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>What was written, for the page that a person opens first.</summary>
    internal sealed record Written(IReadOnlyList<OrderLine> Orders, IReadOnlyList<DeliveryLine> Deliveries, int Answers, int Steps, int Looks, int Proofs, IReadOnlyList<MissingLine> Missing);

    /// <summary>Null where the package would be too large. </summary>
    public async Task<Written?> WriteAsync(
        SignedZip zip, Guid caseFileId, Recipient recipient, CustodyBundle custody, CancellationToken cancellationToken)
    {
        List<MissingLine> missing = [];
        var orders = gather.OrdersOf(caseFileId, recipient.Id);
        var lines = await gather.OrdersAsync(caseFileId, orders, cancellationToken);
        if (lines.Count == GatherEscalation.MaxOrders)
            missing.Add(new("missing.orders", Say(GatherEscalation.MaxOrders)));
        if (!await AddAsync(zip, Summary + "orders.json", lines, cancellationToken))
            return null;
        var deliveries = await NoticesAsync(zip, caseFileId, recipient, missing, cancellationToken);
        var answers = deliveries is null ? null : await AnswersAsync(zip, recipient.Id, orders, missing, cancellationToken);
        var steps = await gather.StepsAsync(caseFileId, recipient.Id, cancellationToken);
        if (deliveries is null || answers is null || !await AddAsync(zip, Steps + "steps.json", steps, cancellationToken))
            return null;
        if (steps.Count == 0)
            missing.Add(new("missing.steps"));
        var looks = await gather.LooksAsync(orders, cancellationToken);
        if (looks.Count == GatherEscalation.MaxLooks)
            missing.Add(new("missing.looks", Say(GatherEscalation.MaxLooks)));
        var proofs = await AddAsync(zip, Evidence + "looks.json", looks, cancellationToken) ? await ProofsAsync(zip, orders, lines, missing, cancellationToken) : null;
        if (proofs is null || !await zip.TryAddCustodyAsync(custody, cancellationToken) || !await ContactsAsync(zip, recipient, lines, missing, cancellationToken))
            return null;
        return new Written(lines, deliveries, answers.Value, steps.Count, looks.Count, proofs.Value, missing);
    }

    /// <summary>The proof that the places' evidence was not changed; may write, so it comes before the package.</summary>
    public Task<CustodyBundle> ProveAsync(IReadOnlyCollection<Guid> places, CancellationToken cancellationToken) => prove.RunAsync(places, cancellationToken);

    private async Task<List<DeliveryLine>?> NoticesAsync(SignedZip zip, Guid caseFileId, Recipient recipient, List<MissingLine> missing, CancellationToken cancellationToken)
    {
        List<DeliveryLine> lines = [];
        foreach (var (at, letter) in (await gather.LettersAsync(caseFileId, recipient.Id, cancellationToken)).Index())
        {
            var folder = string.Create(CultureInfo.InvariantCulture, $"{Notices}{at + 1:000}-{letter.Kind.ToString().ToLowerInvariant()}/");
            var channel = letter.SentBy ?? recipient.Channel;
            var left = await AddLetterAsync(zip, folder, letter, channel, letter.SentTo ?? recipient.Address, cancellationToken);
            if (left is null)
                return null;
            bool? isSame = letter.SentSha256 is { } sha256 && left.Length > 0 ? sha256 == left : null;
            lines.Add(new DeliveryLine(
                letter.Number, letter.Kind, letter.StepCode, letter.SentBy, letter.SentTo, letter.SentIdentity, letter.SignedAt, letter.SentAt, letter.ServerAnswer,
                letter.SentSha256, isSame, folder));
            if (letter.SentAt is null)
                missing.Add(new("missing.sent", letter.Number));
            else if (letter.ServerAnswer is null)
                missing.Add(new("missing.delivery", letter.Number));
            if (isSame == false)
                missing.Add(new("missing.bytes", letter.Number));
        }

        return await AddAsync(zip, Deliveries + "deliveries.json", lines, cancellationToken) ? lines : null;
    }

    /// <summary>The letter as it left and in the shapes that people and programs read. Gives the hash of what left; empty for a channel worked by hand, null where it is too large.</summary>
    private async Task<string?> AddLetterAsync(SignedZip zip, string folder, Dispatch letter, RecipientChannel channel, string to, CancellationToken cancellationToken)
    {
        var notice = await write.OfAsync(letter, forRecipient: true, cancellationToken);
        NoticeFile? left = channel switch
        {
            RecipientChannel.Mail => new("surel.eml", "message/rfc822", mail.BytesOf(to, notice)),
            RecipientChannel.Webhook => new("call.json", "application/json", NoticeBody.ToJson(notice)),
            _ => null,
        };
        List<NoticeFile> files = [new("surat.pdf", "application/pdf", NoticeLetter.ToPdf(notice)), new("order.json", "application/json", NoticeBody.ToJson(notice))];
        if (!notice.IsWithdrawal && notice.Orders.Count > 0)
            files.Add(XarfFile.Of(notice, server.From));
        if (left is not null)
            files.Insert(0, left);
        foreach (var file in files)
        {
            if (!await zip.TryAddAsync(folder + file.FileName, file.Content, cancellationToken))
                return null;
        }

        return left is null ? "" : Delivery.HashOf(left.Content);
    }

    private async Task<int?> AnswersAsync(SignedZip zip, Guid recipientId, IQueryable<Order> orders, List<MissingLine> missing, CancellationToken cancellationToken)
    {
        List<AnswerLine> lines = [];
        foreach (var (at, reply) in (await gather.AnswersAsync(recipientId, orders, cancellationToken)).Index())
        {
            if (reply.Id == Guid.Empty)
            {
                lines.Add(reply.Line);
                continue;
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"{Answers}{at + 1:000}.eml");
            if (!await zip.TryAddAsync(name, await gather.MailAsync(reply.Id, desk, cancellationToken), cancellationToken))
                return null;
            lines.Add(reply.Line with { File = name });
        }

        if (lines.Count == 0)
            missing.Add(new("missing.answers"));
        else if (lines.Count >= GatherEscalation.MaxAnswers)
            missing.Add(new("missing.older-answers", Say(GatherEscalation.MaxAnswers)));
        return await AddAsync(zip, Answers + "answers.json", lines, cancellationToken) ? lines.Count : null;
    }

    /// <summary>Bytes that cannot be read are named, and keep nobody from the rest.</summary>
    private async Task<int?> ProofsAsync(
        SignedZip zip, IQueryable<Order> orders, List<OrderLine> lines, List<MissingLine> missing, CancellationToken cancellationToken)
    {
        var captures = await gather.ProofsAsync(orders, MaxProofs, cancellationToken);
        if (captures.Count == MaxProofs)
            missing.Add(new("missing.proofs", Say(MaxProofs)));
        var addresses = lines.DistinctBy(line => line.Item).ToDictionary(line => line.Item, line => line.Address);
        foreach (var capture in captures)
        {
            if (await PartAsync(capture, addresses.GetValueOrDefault(capture.ItemId, ""), cancellationToken) is not { } part)
                missing.Add(new("missing.capture", capture.Id.ToString("D")));
            else if (!await zip.TryAddCaptureAsync($"{Evidence}{capture.Id:D}/", part, cancellationToken))
                return null;
        }

        foreach (var line in lines.Where(line => captures.TrueForAll(c => c.ItemId != line.Item)))
            missing.Add(new("missing.evidence", line.Address));
        return captures.Count;
    }

    private async Task<PackageCapture?> PartAsync(Capture capture, string address, CancellationToken cancellationToken)
    {
        if (!(await store.ReadAsync(capture.WarcSha256 ?? "", null, cancellationToken)).TryGet(out var warc, out _))
            return null;
        PackagePicture? picture = null;
        if (capture is { PictureSha256: { } sha256, PictureMediaType: { } kind } && (await store.ReadAsync(sha256, null, cancellationToken)).TryGet(out var pixels, out _))
            picture = new PackagePicture(kind, _ => Task.FromResult<ReadOnlyMemory<byte>>(pixels));
        return new PackageCapture(address, capture.State, capture.At, _ => Task.FromResult<ReadOnlyMemory<byte>>(warc), picture, capture.Text);
    }

    private async Task<bool> ContactsAsync(SignedZip zip, Recipient recipient, List<OrderLine> lines, List<MissingLine> missing, CancellationToken cancellationToken)
    {
        var contacts = await gather.ContactsAsync(recipient.Id, cancellationToken);
        if (contacts.Count == 0)
            missing.Add(new("missing.contacts"));
        List<string> hosts = [.. lines.Select(line => new Uri(line.Address).IdnHost).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(GatherEscalation.MaxHosts)];
        var searches = await gather.SearchesAsync(hosts, cancellationToken);
        foreach (var host in hosts.Where(host => searches.TrueForAll(s => s.Host != host)))
            missing.Add(new("missing.search", host));
        return await AddAsync(zip, Contacts + "contacts.json", contacts, cancellationToken) && await AddAsync(zip, Contacts + "searches.json", searches, cancellationToken);
    }

    private static Task<bool> AddAsync<T>(SignedZip zip, string name, IReadOnlyList<T> lines, CancellationToken cancellationToken) =>
        zip.TryAddAsync(name, JsonSerializer.SerializeToUtf8Bytes(lines, _json), cancellationToken);

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);
}
