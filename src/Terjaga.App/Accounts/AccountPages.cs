using Microsoft.AspNetCore.Mvc;
using Terjaga.Accounts;
using Terjaga.Accounts.Factors;
using Terjaga.App.Accounts.Factors;

namespace Terjaga.App.Accounts;

/// <summary>An officer's own account: passkeys, codes, password, sessions.</summary>
internal static class AccountPages
{
    private const string Path = Sessions.AccountPath;

    extension(IEndpointRouteBuilder routes)
    {
        public void MapAccountPages()
        {
            routes.MapGet(Path, (SignedIn by, AccountView view, HttpContext context) => view.ShowAsync(context, by)).For(Duty.OwnAccount).ExcludeFromDescription();
            routes.MapPost(Path + "/kunci", AddPasskeyAsync).For(Duty.OwnAccount).ExcludeFromDescription();
            routes.MapPost(Path + "/kunci/{id:guid}/hapus", RemovePasskeyAsync).For(Duty.OwnAccount).ExcludeFromDescription();
            routes.MapGet(Path + "/kode", (SignedIn by, AccountView view, CancellationToken cancellationToken) =>
                view.ShowCodesAsync(by, null, cancellationToken)).For(Duty.OwnAccount).ExcludeFromDescription();
            routes.MapPost(Path + "/kode", ConfirmCodesAsync).For(Duty.OwnAccount).ExcludeFromDescription();
            routes.MapPost(Path + "/kode/hapus", RemoveCodesAsync).For(Duty.OwnAccount).ExcludeFromDescription();
            routes.MapPost(Path + "/cadangan", RenewRecoveryAsync).For(Duty.OwnAccount).ExcludeFromDescription();
            routes.MapPost(Path + "/sandi", ChangePasswordAsync).For(Duty.OwnAccount).ExcludeFromDescription();
            routes.MapPost(Path + "/sesi/{id:guid}/akhiri", EndSessionAsync).For(Duty.OwnAccount).ExcludeFromDescription();
            routes.MapPost(Path + "/sesi/lainnya", EndOthersAsync).For(Duty.OwnAccount).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> AddPasskeyAsync(
        SignedIn by, [FromForm] string? kunci, [FromForm] string? tiket, [FromForm] string? nama, PasskeyCeremony passkeys,
        AccountView view, HttpContext context) =>
        (await passkeys.AddAsync(context, by, kunci, tiket, nama)).TryGet(out var added, out var problem)
            ? AccountView.ShowNew(by, added)
            : await view.ShowAsync(context, by, problem);

    private static async Task<IResult> RemovePasskeyAsync(
        SignedIn by, Guid id, EditPasskeys edit, AccountView view, HttpContext context, CancellationToken cancellationToken) =>
        await BackAsync(await edit.RemoveAsync(by.Officer, by.SessionId, id, cancellationToken), by, view, context);

    private static async Task<IResult> ConfirmCodesAsync(
        SignedIn by, [FromForm] string? tiket, [FromForm] string? kode, EditCodes edit, AccountView view, CancellationToken cancellationToken) =>
        (await edit.ConfirmAsync(by.Officer, by.SessionId, tiket, kode, cancellationToken)).TryGet(out var added, out var problem)
            ? AccountView.ShowNew(by, added)
            : await view.ShowCodesAsync(by, problem, cancellationToken);

    private static async Task<IResult> RemoveCodesAsync(
        SignedIn by, EditCodes edit, AccountView view, HttpContext context, CancellationToken cancellationToken) =>
        await BackAsync(await edit.RemoveAsync(by.Officer, by.SessionId, cancellationToken), by, view, context);

    private static async Task<IResult> RenewRecoveryAsync(
        SignedIn by, EditCodes edit, AccountView view, HttpContext context, CancellationToken cancellationToken) =>
        (await edit.RenewRecoveryAsync(by.Officer, by.SessionId, cancellationToken)).TryGet(out var renewed, out var problem)
            ? AccountView.ShowNew(by, renewed)
            : await view.ShowAsync(context, by, problem);

    private static async Task<IResult> ChangePasswordAsync(
        SignedIn by, [FromForm] string? lama, [FromForm] string? sandi, ChangePassword change, AccountView view, HttpContext context,
        CancellationToken cancellationToken) =>
        await BackAsync(await change.RunAsync(by.Officer, by.SessionId, lama, sandi, cancellationToken), by, view, context);

    private static async Task<IResult> EndSessionAsync(
        SignedIn by, Guid id, EditSessions edit, AccountView view, HttpContext context, CancellationToken cancellationToken) =>
        await BackAsync(await edit.EndOwnAsync(by.Officer, id, cancellationToken), by, view, context);

    private static async Task<IResult> EndOthersAsync(SignedIn by, EditSessions edit, CancellationToken cancellationToken)
    {
        await edit.EndOthersAsync(by.Officer, by.SessionId, cancellationToken);
        return TypedResults.LocalRedirect(Path);
    }

    private static async Task<IResult> BackAsync(Result<Done> done, SignedIn by, AccountView view, HttpContext context) =>
        done.TryGet(out _, out var problem) ? TypedResults.LocalRedirect(Path) : await view.ShowAsync(context, by, problem);
}
