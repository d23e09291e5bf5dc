using Microsoft.AspNetCore.Http.HttpResults;
using Terjaga.App.Errors;
using Terjaga.Screening;

namespace Terjaga.App.Literacy;

/// <summary>A lesson for each danger sign, made of what the catalogue says of it; they can be read without a line.</summary>
internal static class LessonPages
{
    public const string Path = "/pelajaran";

    /// <summary>Where the lessons are in the folder of data.</summary>
    private const string LessonsFile = "registry/lessons.json";

    public static string PathOf(string sign) => $"{Path}/{sign}";

    extension(IServiceCollection services)
    {
        /// <param name="dataFolder">The folder of data that goes with the executable.</param>
        public IServiceCollection AddLessons(string dataFolder) =>
            services.AddSingleton(_ => Lessons.Parse(File.ReadAllText(System.IO.Path.Combine(dataFolder, LessonsFile))));
    }

    extension(IEndpointRouteBuilder routes)
    {
        public void MapLessonPages()
        {
            routes.MapGet(Path, () => new RazorComponentResult<LessonsPage>()).ExcludeFromDescription();
            routes.MapGet(Path + "/{tanda}", Find).ExcludeFromDescription();
        }
    }

    public static RazorComponentResult<LessonPage> Show(Signal sign) => new(new { Sign = sign });

    private static IResult Find(string tanda, Catalogue catalogue) =>
        catalogue.Signals.FirstOrDefault(signal => signal.Id == tanda) is { } sign
            ? Show(sign)
            : ProblemAnswers.ToPage(new Problem("lesson.unknown"));
}
