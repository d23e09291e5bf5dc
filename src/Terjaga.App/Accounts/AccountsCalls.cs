using Terjaga.Accounts;
using Terjaga.App.Errors;

namespace Terjaga.App.Accounts;

/// <summary>The calls of signing in and of invitations, for scripts of the ministries.</summary>
internal static class AccountsCalls
{
    /// <param name="Code">Six digits of an app, or a code for emergencies; left out where neither was set up.</param>
    public sealed record SignInCall(string? Name, string? Password, string? Code = null);

    /// <param name="Ministry">Code of the organisation.</param>
    public sealed record InvitationCall(string? Name, string? DisplayName, string? Ministry, Role Role);

    public sealed record JoinCall(string? Password);

    public sealed record Link(Uri Address);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapAccountsCalls()
        {
            routes.MapPost("/api/session", SignInAsync).RequireRateLimiting(Sessions.SignInLimit);
            routes.MapDelete("/api/session", LeaveAsync);
            routes.MapPost("/api/invitations", InviteAsync).For(Duty.InviteOfficers).Produces<Link>(201);
            routes.MapPost("/api/invitations/{token}", JoinAsync).RequireRateLimiting(Sessions.SignInLimit);
        }
    }

    private static async Task<IResult> SignInAsync(SignInCall call, SignIn signIn, HttpContext context, CancellationToken cancellationToken)
    {
        var answer = await SameTime.OfRefusalsAsync(
            async () => await signIn.EndAsync(
                (await signIn.BeginAsync(new(call.Name, call.Password), cancellationToken)).OfficerId, call.Code, cancellationToken),
            cancellationToken);
        if (!answer.TryGet(out var proven, out var problem))
            return ProblemAnswers.ToHttp(problem);

        await Sessions.StartAsync(context, proven.Officer, proven.Proof);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> LeaveAsync(HttpContext context, CancellationToken _)
    {
        await Sessions.EndAsync(context);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> InviteAsync(
        SignedIn by, InvitationCall call, InviteOfficer invite, DeskAddress ourselves, CancellationToken cancellationToken)
    {
        return (await invite.RunAsync(new(by.Officer, call.Name, call.DisplayName, Ministry.Read(call.Ministry), call.Role), cancellationToken))
            .TryGet(out var link, out var problem)
            ? TypedResults.Json(new Link(ourselves.Page($"/undangan/{link.Token}")), statusCode: StatusCodes.Status201Created)
            : ProblemAnswers.ToHttp(problem);
    }

    private static async Task<IResult> JoinAsync(
        string token, JoinCall call, AcceptInvitation accept, CancellationToken cancellationToken) =>
        (await accept.RunAsync(new(token, call.Password), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.NoContent()
            : ProblemAnswers.ToHttp(problem);
}
