using Microsoft.AspNetCore.Http.HttpResults;
using Terjaga.App.Errors;
using Terjaga.Screening;

namespace Terjaga.App.Literacy;

/// <summary>A lesson for each danger sign, made of what the catalogue says of it; they can be read without a line.</summary>
internal static class LessonPages
{
    public const string Path = "/pelajaran";

    public static string PathOf(string sign) => $"{Path}/{sign}";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapLessonPages()
        {
            routes.MapGet(Path, () => new RazorComponentResult<LessonsPage>()).ExcludeFromDescription();
            routes.MapGet(Path + "/{tanda}", Show).ExcludeFromDescription();
        }
    }

    private static IResult Show(string tanda, Catalogue catalogue) =>
        catalogue.Signals.FirstOrDefault(signal => signal.Id == tanda) is { } sign
            ? new RazorComponentResult<LessonPage>(new { Sign = sign })
            : ProblemAnswers.ToPage(new Problem("lesson.unknown"));
}
