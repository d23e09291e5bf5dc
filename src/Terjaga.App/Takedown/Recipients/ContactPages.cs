using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Casework;
using Terjaga.App.Words;
using Terjaga.Takedown.Recipients;
using Terjaga.Takedown.Recipients.Finding;

namespace Terjaga.App.Takedown.Recipients;

/// <summary>The forms and calls by which an officer has contacts looked for and chooses one.</summary>
internal static class ContactPages
{
    /// <summary>How the list of a form tells a recipient that is kept, and a contact that was found, from one written in.</summary>
    internal const string Kept = "k:", Found = "f:";

    /// <param name="RecipientId">One of the three ways: a recipient that the desk keeps …</param>
    /// <param name="Found">… the address of a contact that was found …</param>
    /// <param name="Written">… or one written in by hand.</param>
    public sealed record ChoiceCall(string? Host, string? Reason, Guid? RecipientId = null, string? Found = null, ChooseContact.ByHand? Written = null);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapContacts()
        {
            routes.MapPost("/meja/perkara/{id:guid}/penerima/cari", SearchOnPageAsync).For(Duty.DraftOrder).ExcludeFromDescription();
            routes.MapPost("/meja/perkara/{id:guid}/penerima", ChooseOnPageAsync).For(Duty.DraftOrder).ExcludeFromDescription();
            routes.MapGet("/api/cases/{id:guid}/contacts", ReadAsync).For(Duty.DraftOrder).Produces<ReadContacts.View>();
            routes.MapPost("/api/cases/{id:guid}/contacts/searches", SearchAsync).For(Duty.DraftOrder).Produces<AskContacts.Asked>();
            routes.MapPost("/api/cases/{id:guid}/contacts", ChooseAsync).For(Duty.DraftOrder).Produces<ChooseContact.Choice>();
        }
    }

    private static async Task<IResult> SearchOnPageAsync(
        SignedIn by, Guid id, AskContacts ask, ReadCaseView read, IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await ask.RunAsync(by.Officer, id, cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect($"/meja/perkara/{id}")
            : await CaseworkPages.CaseAgainAsync(read, by, id, null, problem, problems, cancellationToken);

    private static async Task<IResult> ChooseOnPageAsync(
        SignedIn by, Guid id, IFormCollection form, ChooseContact choose, ReadCaseView read, IStringLocalizer<Problems> problems,
        CancellationToken cancellationToken)
    {
        var (choice, reason) = (form["pilihan"].ToString(), form["alasan"].ToString());
        var input = new ChooseContact.Input(by.Officer, id, form["situs"], reason);
        input = choice switch
        {
            _ when choice.StartsWith(Kept, StringComparison.Ordinal) && Guid.TryParse(choice[Kept.Length..], out var kept) => input with { RecipientId = kept },
            _ when choice.StartsWith(Found, StringComparison.Ordinal) => input with { Found = choice[Found.Length..] },
            _ => input with { Written = new(ContactForm.Kind(form["jenis"]), form["nama"], ContactForm.Channel(form["saluran"].ToString()), form["alamat"], form["sumber"]) },
        };
        return (await choose.RunAsync(input, cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect($"/meja/perkara/{id}")
            : await CaseworkPages.CaseAgainAsync(read, by, id, null, problem, problems, cancellationToken);
    }

    private static async Task<IResult> ReadAsync(SignedIn by, Guid id, ReadContacts read, CancellationToken cancellationToken) =>
        TypedResults.Ok(await read.RunAsync(by.Officer, id, cancellationToken));

    private static async Task<IResult> SearchAsync(SignedIn by, Guid id, AskContacts ask, CancellationToken cancellationToken) =>
        RecipientCalls.Answer(await ask.RunAsync(by.Officer, id, cancellationToken));

    private static async Task<IResult> ChooseAsync(SignedIn by, Guid id, ChoiceCall call, ChooseContact choose, CancellationToken cancellationToken) =>
        RecipientCalls.Answer(await choose.RunAsync(new(by.Officer, id, call.Host, call.Reason, call.RecipientId, call.Found, call.Written), cancellationToken));
}
