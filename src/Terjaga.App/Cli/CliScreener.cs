using Terjaga.Screening;
using Terjaga.Screening.Model;

namespace Terjaga.App.Cli;

/// <summary>The engine of the command line: the same catalogue and, if none is named, the same model as the desk.</summary>
internal static class CliScreener
{
    public static Screener Open(string? model) => new(
        ScreeningArea.ReadCatalogue(DeskAreas.DataFolder), ScreeningArea.ReadGazetteer(DeskAreas.DataFolder),
        ScreeningArea.ReadModel(model ?? Path.Combine(DeskAreas.DataFolder, ScreeningArea.ModelFileName)));

    public static Screener WithoutModel() => new(ScreeningArea.ReadCatalogue(DeskAreas.DataFolder), ScreeningArea.ReadGazetteer(DeskAreas.DataFolder));

    public static Screener With(LinearModel model) => new(ScreeningArea.ReadCatalogue(DeskAreas.DataFolder), ScreeningArea.ReadGazetteer(DeskAreas.DataFolder), model);
}
