using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Danger;
using Terjaga.Intake;

namespace Terjaga.Tests.Casework.Danger;

/// <summary>Reports of people in danger, and what an officer for them does.</summary>
internal static class DangerReports
{
    /// <summary>A person who is held: P0 by its danger signs, and no offer at all.</summary>
    public const string Captive = "Tolong saya disekap di Kamboja, saya dipukul dan tidak boleh keluar gedung";

    /// <summary>P1: a relative who is not heard of any more.</summary>
    public const string Missing = "Adik saya kerja di Myanmar hilang kontak sudah dua minggu, nomornya tidak bisa dihubungi";

    public static async Task<Receipt> SendAsync(TestDesk desk, string? text, string? link = null, string? contact = null, string? key = null) =>
        Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(
            new(link, text, null, contact, [], key), TestContext.Current.CancellationToken)));

    public static Task<DangerFile> OneAsync(TestDesk desk) => desk.ReadAsync(db => db.DangerFiles.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken));

    public static async Task<Result<Done>> StepAsync(
        TestDesk desk, Guid id, DangerStep step, string? code = null, DateTimeOffset? until = null, Acting? by = null, int? version = null, string? reason = "Alasan.")
    {
        var known = version ?? await desk.ReadAsync(db => db.DangerFiles.Where(f => f.ReportId == id).Select(f => f.Version).SingleAsync());
        return await desk.RunAsync<DecideDanger, Result<Done>>(decide => decide.RunAsync(
            new(by ?? TestDesk.As(Role.VictimProtection), id, known, step, reason, code, until), TestContext.Current.CancellationToken));
    }
}
