using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Takedown.Recipients;
using Terjaga.App.Words;
using Terjaga.Takedown;
using Terjaga.Takedown.Recipients;
using Terjaga.Takedown.Recipients.Finding;
using Terjaga.Takedown.Replies;

namespace Terjaga.App.Takedown;

/// <summary>The pages of recipients.</summary>
internal static class RecipientPages
{
    private const string Path = "/meja/penerima";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapRecipientPages()
        {
            routes.MapGet(Path, ShowAsync).For(Duty.SeeRecipients).ExcludeFromDescription();
            routes.MapGet(Path + "/{id:guid}", ShowOneAsync).For(Duty.SeeRecipients).ExcludeFromDescription();
            routes.MapPost(Path, AddAsync).For(Duty.EditRecipients).ExcludeFromDescription();
            routes.MapPost(Path + "/{id:guid}/pengiriman", SwitchAsync).For(Duty.EnableRecipients).ExcludeFromDescription();
            routes.MapPost(Path + "/{id:guid}/henti", StopAsync).For(Duty.EditRecipients).ExcludeFromDescription();
            routes.MapPost(Path + "/{id:guid}/kontak", AddContactAsync).For(Duty.EditRecipients).ExcludeFromDescription();
            routes.MapPost(Path + "/{id:guid}/kontak/{kontak:guid}/utama", PreferAsync).For(Duty.EditRecipients).ExcludeFromDescription();
            routes.MapPost(Path + "/bawaan", BringAsync).For(Duty.EditRecipients).ExcludeFromDescription();
            routes.MapPost(Path + "/rdap", RefreshAsync).For(Duty.EditRecipients).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> ShowAsync(
        SignedIn by, [FromQuery] string? jenis, [FromQuery] string? kirim, [FromQuery] string? kata, ListRecipients list, ListDeadContacts dead, CancellationToken cancellationToken)
    {
        var filter = new ListRecipients.Filter(
            Enum.TryParse<RecipientKind>(jenis, out var kind) ? kind : null, kirim switch { "on" => true, "off" => false, _ => null }, string.IsNullOrWhiteSpace(kata) ? null : kata);
        var all = await list.RunAsync(cancellationToken);
        return new RazorComponentResult<RecipientsPage>(new { by.Officer, Recipients = (IReadOnlyList<ListRecipients.Row>)[.. all.Where(filter.Fits)], Filter = filter, Dead = await dead.RunAsync(cancellationToken) });
    }

    private static Task<IResult> ShowOneAsync(SignedIn by, Guid id, ReadRecipient read, ListOfficers officers, IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        OneAsync(by, id, read, officers, problems, null, null, cancellationToken);

    private static async Task<IResult> OneAsync(
        SignedIn by, Guid id, ReadRecipient read, ListOfficers officers, IStringLocalizer<Problems> problems, Problem? wrong, ContactTyped? typed,
        CancellationToken cancellationToken) =>
        (await read.RunAsync(id, cancellationToken)).TryGet(out var view, out var problem)
            ? new RazorComponentResult<RecipientPage>(new
            {
                by.Officer,
                View = view,
                Officers = await officers.RunAsync(cancellationToken),
                Sentence = wrong is null ? null : problems.Say(wrong),
                Typed = typed,
            })
            {
                StatusCode = wrong is null ? StatusCodes.Status200OK : ProblemStatus.Of(wrong),
            }
            : ProblemAnswers.ToPage(problem);

    private static async Task<IResult> AddAsync(
        SignedIn by, IFormCollection form, SaveRecipient save, ListRecipients list, IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var contact = ContactForm.Read(form);
        var typed = new SaveRecipient.Input(
            by.Officer, form["nama"], form["situs"], contact.Channel, contact.Address, contact.Secret, false, contact.Source, ContactForm.Kind(form["jenis"]), contact);
        if ((await save.RunAsync(typed, cancellationToken)).TryGet(out _, out var problem))
            return TypedResults.LocalRedirect(Path);
        return new RazorComponentResult<RecipientsPage>(new
        {
            by.Officer,
            Recipients = await list.RunAsync(cancellationToken),
            Sentence = problems.Say(problem),
            Typed = typed,
        })
        { StatusCode = ProblemStatus.Of(problem) };
    }

    private static async Task<IResult> SwitchAsync(
        SignedIn by, Guid id, [FromForm] bool aktif, SwitchRecipient switching, CancellationToken cancellationToken) =>
        Back(Path, await switching.RunAsync(new(by.Officer, id, aktif), cancellationToken));

    private static async Task<IResult> StopAsync(SignedIn by, Guid id, SwitchRecipient switching, CancellationToken cancellationToken) =>
        Back(Path, await switching.RunAsync(new(by.Officer, id, false), cancellationToken));

    private static async Task<IResult> AddContactAsync(
        SignedIn by, Guid id, IFormCollection form, SaveContact save, ReadRecipient read, ListOfficers officers, IStringLocalizer<Problems> problems,
        CancellationToken cancellationToken)
    {
        var typed = ContactForm.Read(form);
        return (await save.RunAsync(new(by.Officer, id, typed), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect($"{Path}/{id}")
            : await OneAsync(by, id, read, officers, problems, problem, typed, cancellationToken);
    }

    private static async Task<IResult> PreferAsync(
        SignedIn by, Guid id, Guid kontak, [FromForm] string? alasan, PreferContact prefer, ReadRecipient read, ListOfficers officers,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await prefer.RunAsync(new(by.Officer, id, kontak, alasan), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect($"{Path}/{id}")
            : await OneAsync(by, id, read, officers, problems, problem, null, cancellationToken);

    private static async Task<IResult> BringAsync(SignedIn by, BringRecipients bring, CancellationToken cancellationToken) =>
        Back(Path, await bring.RunAsync(by.Officer, DeskAreas.DataFolder, cancellationToken));

    private static async Task<IResult> RefreshAsync(SignedIn by, RefreshBootstraps refresh, CancellationToken cancellationToken) =>
        Back(Path, await refresh.RunAsync(by.Officer, cancellationToken));

    private static IResult Back<T>(string path, Result<T> result)
        where T : notnull => result.TryGet(out _, out var problem) ? TypedResults.LocalRedirect(path) : ProblemAnswers.ToPage(problem);
}
