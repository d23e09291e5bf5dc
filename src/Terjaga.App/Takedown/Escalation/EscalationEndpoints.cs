using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Casework;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Takedown.Escalation;

namespace Terjaga.App.Takedown.Escalation;

/// <summary>The button and the call by which an officer takes out the package for the next authority.</summary>
internal static class EscalationEndpoints
{
    /// <summary>Bytes of a package that are held in memory before they go to a file without a name.</summary>
    private const int BufferBytes = 64 * 1024;

    extension(IEndpointRouteBuilder routes)
    {
        public void MapEscalation()
        {
            routes.MapPost("/meja/perkara/{id:guid}/eskalasi", TakeAsync).For(Duty.TakeOut).ExcludeFromDescription();
            routes.MapGet("/api/cases/{id:guid}/escalation/{recipient:guid}", CallAsync).For(Duty.TakeOut);
        }
    }

    private static async Task<IResult> TakeAsync(
        SignedIn by, Guid id, [FromForm] Guid penerima, ExportEscalation export, ReadCaseView read, IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var result = await WriteAsync(new(by.Officer, id, penerima), export, cancellationToken);
        return result.TryGet(out var file, out var problem) ? file : await CaseworkPages.CaseAgainAsync(read, by, id, null, problem, problems, cancellationToken);
    }

    /// <remarks>Each call is kept as an event of the case: it is a way out of the desk.</remarks>
    private static async Task<IResult> CallAsync(SignedIn by, Guid id, Guid recipient, ExportEscalation export, CancellationToken cancellationToken) =>
        (await WriteAsync(new(by.Officer, id, recipient), export, cancellationToken)).TryGet(out var file, out var problem) ? file : ProblemAnswers.ToHttp(problem);

    /// <remarks>A name that nobody can open: the package leaves this machine, not the evidence in clear on its disk.</remarks>
    private static async Task<Result<FileStreamHttpResult>> WriteAsync(ExportEscalation.Input input, ExportEscalation export, CancellationToken cancellationToken)
    {
        var path = Path.GetTempFileName();
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, BufferBytes, FileOptions.Asynchronous);
        File.Delete(path);
        if ((await export.RunAsync(input, file, cancellationToken)).TryGet(out var exported, out var problem))
        {
            file.Position = 0;
            return TypedResults.File(file, "application/zip", exported.FileName);
        }

        await file.DisposeAsync();
        return problem;
    }
}
