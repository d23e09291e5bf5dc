using System.Globalization;
using Microsoft.Extensions.Localization;
using Terjaga.App.Web;

namespace Terjaga.App.Intake;

/// <summary>Says a sentence in both languages, for a program that does not tell who will read it.</summary>
internal static class BothLanguages
{
    extension(IStringLocalizer words)
    {
        public IntakeCalls.Message InBoth(string key) =>
            new(words.In(Languages.Indonesian, key), words.In(Languages.English, key));

        /// <summary>Says it in one language, whoever reads.</summary>
        public string In(string language, string key)
        {
            var reader = CultureInfo.CurrentUICulture;
            try
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
                return words[key];
            }
            finally
            {
                CultureInfo.CurrentUICulture = reader;
            }
        }
    }
}
