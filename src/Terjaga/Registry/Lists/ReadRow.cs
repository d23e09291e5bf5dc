using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Terjaga.Registry.Lists;

/// <summary>Reads a row of each list. Fails with <c>list.field-missing</c>, <c>list.field-invalid</c> or <c>list.row-fictional</c>.</summary>
internal static class ReadRow
{
    /// <summary>With it begins every licence, permit and job order of a fictional list, and none of a real one.</summary>
    public const string FictionalMark = "CONTOH";

    /// <summary>How rows are stored; what is not known is left out.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Stored, and written into pages by Razor alone, which encodes it.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Dictionary<string, AgencyStatus> _statuses = new()
    {
        ["active"] = AgencyStatus.Active,
        ["aktif"] = AgencyStatus.Active,
        ["expired"] = AgencyStatus.Expired,
        ["kedaluwarsa"] = AgencyStatus.Expired,
        ["berakhir"] = AgencyStatus.Expired,
        ["suspended"] = AgencyStatus.Suspended,
        ["skorsing"] = AgencyStatus.Suspended,
        ["dibekukan"] = AgencyStatus.Suspended,
        ["revoked"] = AgencyStatus.Revoked,
        ["dicabut"] = AgencyStatus.Revoked,
    };

    public sealed record Answer(ListRow? Row, string? Code, string? Field);

    private sealed record Reading(string? Key, string? OtherKey, string? OwnerKey, object Content, IReadOnlyList<string?> Numbers);

    public static Answer Of(RegistryList list, RowCells cells, int snapshot, int number, bool isFictional)
    {
        var reading = list switch
        {
            RegistryList.Agencies => OfAgency(cells),
            RegistryList.Vacancies => OfVacancy(cells),
            RegistryList.Countries => OfCountry(cells),
            RegistryList.Costs => OfCost(cells),
            _ => OfDomain(cells),
        };
        if (cells.Fault is { } fault)
            return new Answer(null, fault.Code, fault.Field);
        if (reading.Key is not { Length: > 0 and <= ListKey.MaxLength })
            return new Answer(null, "list.field-invalid", null);
        if (reading.Numbers.OfType<string>().Any(n => n.StartsWith(FictionalMark, StringComparison.Ordinal) != isFictional))
            return new Answer(null, "list.row-fictional", null);
        var content = JsonSerializer.Serialize(reading.Content, reading.Content.GetType(), Json);
        if (content.Length > ListRow.MaxContentLength)
            return new Answer(null, "list.row-too-long", null);
        var row = new ListRow
        {
            Snapshot = snapshot,
            Number = number,
            Key = reading.Key,
            OtherKey = reading.OtherKey,
            OwnerKey = reading.OwnerKey,
            Print = BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(content))),
            Content = content,
        };
        return new Answer(row, null, null);
    }

    private static Reading OfAgency(RowCells cells)
    {
        var agency = new Agency(
            cells.Needed("licence"), cells.Words("old_licence"), cells.Needed("name"), cells.Words("branch"), cells.Words("address"),
            cells.Words("city"), cells.Several("phones", ListContacts.Phone), cells.Several("emails", ListContacts.Mail),
            cells.Several("domains", ListContacts.Host), cells.Several("accounts", ListContacts.Account),
            Status(cells),
            cells.Day("valid_from"), cells.Day("valid_to"), cells.Words("sanction"), cells.Day("sanction_from"));
        var (licence, old) = (ListKey.Of(agency.Licence), ListKey.Of(agency.OldLicence));
        return new(agency.Branch is null ? licence : $"{licence}/{agency.Branch.ToUpperInvariant()}", old, licence, agency, [licence]);
    }

    /// <summary>Active where the list does not say: what it lists is licensed.</summary>
    private static AgencyStatus Status(RowCells cells) => cells.OneOf("status", "active", _statuses.Keys) is { Length: > 0 } word
        ? _statuses.GetValueOrDefault(word) : AgencyStatus.Active;

    private static Reading OfVacancy(RowCells cells)
    {
        var vacancy = new Vacancy(
            cells.Words("permit"), cells.Words("job_order"), cells.Needed("licence"), cells.Words("employer"),
            cells.Needed("country").ToUpperInvariant(), cells.Words("city"), cells.Words("post"), cells.Words("sector"),
            cells.Whole("quota"), cells.Amount("wage_min"), cells.Amount("wage_max"), cells.Words("currency"), cells.Words("period"),
            cells.Day("valid_from"), cells.Day("valid_to"));
        if (vacancy.Permit is null && vacancy.JobOrder is null)
            cells.Needed("permit");
        var (permit, order, licence) = (ListKey.Of(vacancy.Permit), ListKey.Of(vacancy.JobOrder), ListKey.Of(vacancy.Licence));
        // One permit may allow several vacancies, each a row; a job order is one.
        var key = order ?? $"{permit}/{vacancy.Country}/{vacancy.Post?.ToUpperInvariant()}";
        return new(key.Length > ListKey.MaxLength ? key[..ListKey.MaxLength] : key, permit, licence, vacancy, [permit, order, licence]);
    }

    private static Reading OfCountry(RowCells cells)
    {
        var status = new CountryStatus(
            cells.Needed("country").ToUpperInvariant(), cells.Needed("sector"),
            cells.OneOf("status", null, ["open-with-permit", "official-channel-only", "unclear", "restricted", "closed"]),
            cells.Needed("noteId"), cells.Needed("noteEn"), cells.Words("since"), cells.Needed("source"), cells.Words("sourceIndonesian"), cells.Words("confidence"));
        return new($"{status.Country}/{status.Sector}", null, null, status, []);
    }

    private static Reading OfCost(RowCells cells)
    {
        var cost = new LegalCost(
            cells.Needed("country").ToUpperInvariant(), cells.Needed("sector"), cells.Needed("itemId"), cells.Needed("itemEn"),
            cells.OneOf("payer", null, ["not-worker", "worker", "contested"]), cells.Words("noteId"), cells.Words("noteEn"),
            cells.Needed("source"), cells.Words("confidence"), cells.Words("since"));
        return new($"{cost.Country}/{cost.Sector}/{cost.ItemId}/{cost.Since}", null, null, cost, []);
    }

    private static Reading OfDomain(RowCells cells)
    {
        var domain = new OfficialDomain(
            ListContacts.Host(cells.Needed("host")) ?? "", cells.Needed("owner"), cells.Words("purposeId"), cells.Words("purposeEn"),
            cells.Needed("source"), cells.Words("confidence"));
        return new(domain.Host, null, null, domain, []);
    }
}
