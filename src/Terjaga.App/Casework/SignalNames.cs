using Terjaga.App.Web;
using Terjaga.Screening;

namespace Terjaga.App.Casework;

/// <summary>What a danger sign is called; a sign that the catalogue no longer has goes by its id.</summary>
internal static class SignalNames
{
    extension(Catalogue catalogue)
    {
        public string TitleOf(string id, string language) => catalogue.Find(id) is { } signal
            ? language == Languages.English ? signal.TitleEn : signal.TitleId
            : id;

        /// <summary>Null where the catalogue no longer has the sign.</summary>
        public string? ExplanationOf(string id, string language) => catalogue.Find(id) is { } signal
            ? language == Languages.English ? signal.ExplanationEn : signal.ExplanationId
            : null;

        /// <summary>The first rule that the sign touches, without the marks of confidence; a hyphen where there is none.</summary>
        public string SourceOf(string id) => catalogue.Find(id)?.LegalBasis is [var first, ..] ? first.Split(" [")[0] : "-";

        public Signal? Find(string id) => catalogue.Signals.FirstOrDefault(signal => signal.Id == id);
    }

    /// <summary>The state as the sheet of styles and the keys of words spell it.</summary>
    public static string Of(SignalState state) => state.ToString().ToLowerInvariant();
}
