using System.Collections.Frozen;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.Takedown.Notices;

namespace Terjaga.App.Takedown;

/// <summary>The letters of a case in each of their shapes, for officers.</summary>
internal static class NoticePages
{
    /// <summary>How each shape is called in its address.</summary>
    public static readonly FrozenDictionary<string, NoticeShape> Names = new Dictionary<string, NoticeShape>
    {
        ["surat"] = NoticeShape.Letter,
        ["surel"] = NoticeShape.Mail,
        ["json"] = NoticeShape.Json,
        ["xarf"] = NoticeShape.Xarf,
        ["aduan"] = NoticeShape.Complaint,
    }.ToFrozenDictionary();

    extension(IEndpointRouteBuilder routes)
    {
        public void MapNoticePages() =>
            routes.MapGet("/meja/perkara/{id:guid}/surat/{surat:guid}/{bentuk}", ShowAsync).For(Duty.ReadCases).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(
        SignedIn by, Guid id, Guid surat, string bentuk, ReadNotice read, CancellationToken cancellationToken)
    {
        var result = Names.TryGetValue(bentuk, out var shape)
            ? await read.RunAsync(by.Officer, id, surat, shape, cancellationToken)
            : new Problem("dispatch.unknown");
        return result.TryGet(out var file, out var problem)
            ? TypedResults.File(file.Content, file.MediaType, file.FileName)
            : ProblemAnswers.ToPage(problem);
    }
}
