using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;

namespace Terjaga.App.Accounts;

/// <summary>The organisations that share the desk.</summary>
internal static class OrganisationPages
{
    private const string Path = "/meja/lembaga";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapOrganisationPages()
        {
            routes.MapGet(Path, (SignedIn by, EditOrganisations edit, CancellationToken cancellationToken) =>
                ToPageAsync(by, edit, null, StatusCodes.Status200OK, cancellationToken)).For(Duty.InviteOfficers).ExcludeFromDescription();
            routes.MapPost(Path, AddAsync).For(Duty.InviteOfficers).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> AddAsync(
        SignedIn by, IFormCollection form, EditOrganisations edit, IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var isDay = DateOnly.TryParseExact(form["sejak"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since);
        var roles = form["peran"].Select(name => Enum.TryParse<Role>(name, out var role) ? role : (Role)(-1)).ToList();
        Result<Done> result = isDay
            ? await edit.AddAsync(by.Officer, new(Ministry.Read(form["kode"]), form["nama"], form["inggris"], roles, since, form["dasar"]), cancellationToken)
            : new Problem("organisation.text-invalid", EditOrganisations.MaxNameLength);
        return result.TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect(Path)
            : await ToPageAsync(by, edit, problems.Say(problem), ProblemStatus.Of(problem), cancellationToken);
    }

    private static async Task<IResult> ToPageAsync(
        SignedIn by, EditOrganisations edit, string? sentence, int status, CancellationToken cancellationToken) =>
        new RazorComponentResult<OrganisationsPage>(
            new { by.Officer, Rows = await edit.ListAsync(cancellationToken), Sentence = sentence })
        { StatusCode = status };
}
