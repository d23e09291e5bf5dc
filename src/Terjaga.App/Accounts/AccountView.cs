using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using QRCoder;
using Terjaga.Accounts;
using Terjaga.Accounts.Factors;
using Terjaga.App.Accounts.Factors;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Casework.Care;

namespace Terjaga.App.Accounts;

/// <summary>Gathers what the pages of an officer's own account show.</summary>
internal sealed class AccountView(
    EditPasskeys passkeys, EditCodes codes, EditSessions sessions, ReadPasskeys read, PasskeyCeremony ceremony, OpenMaterial care, IStringLocalizer<Problems> problems)
{
    /// <summary>Side of one square of the picture for the app, in pixels.</summary>
    private const int Dot = 5;

    public async Task<IResult> ShowAsync(HttpContext context, SignedIn by, Problem? problem = null) =>
        new RazorComponentResult<AccountPage>(new
        {
            By = by,
            Passkeys = await passkeys.ListAsync(by.Officer, context.RequestAborted),
            Codes = await codes.ReadAsync(by.Officer, context.RequestAborted),
            OpenSessions = await sessions.ListAsync(by.Officer.OfficerId, context.RequestAborted),
            Question = await ceremony.AskForNewAsync(context, by.Officer),
            Share = by.Officer.Can(Duty.ReadCases) ? await care.LookAsync(by.Officer.Actor, context.RequestAborted) : null,
            Sentence = problem is null ? null : problems.Say(problem),
        })
        { StatusCode = problem is null ? StatusCodes.Status200OK : ProblemStatus.Of(problem) };

    public async Task<IResult> ShowCodesAsync(SignedIn by, Problem? problem, CancellationToken cancellationToken)
    {
        var name = (await read.HolderAsync(by.Officer.OfficerId, cancellationToken))?.SignInName ?? "";
        var draft = codes.Begin(by.Officer, name);
        return new RazorComponentResult<CodeAppPage>(new
        {
            by.Officer,
            Draft = draft,
            Picture = Draw(draft.Address),
            Sentence = problem is null ? null : problems.Say(problem),
        })
        { StatusCode = problem is null ? StatusCodes.Status200OK : ProblemStatus.Of(problem) };
    }

    /// <summary>The codes for emergencies, once; without any, the account itself.</summary>
    public static IResult ShowNew(SignedIn by, NewFactor factor) => factor.RecoveryCodes.Count == 0
        ? TypedResults.LocalRedirect(Sessions.AccountPath)
        : new RazorComponentResult<RecoveryPage>(new { by.Officer, Codes = factor.RecoveryCodes });

    private static string Draw(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new PngByteQRCode(data);
        return "data:image/png;base64," + Convert.ToBase64String(code.GetGraphic(Dot));
    }
}
