using System.ComponentModel.DataAnnotations;

namespace Terjaga.App;

/// <summary>Reads one section of the settings into its record, checked before anything starts.</summary>
internal static class Settings
{
    extension(IConfiguration settings)
    {
        /// <summary>What is not set keeps its default. Throws <see cref="ValidationException"/> on a value out of its range.</summary>
        public T Read<T>(string section)
            where T : class, new()
        {
            var options = settings.GetSection(section).Get<T>() ?? new T();
            Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
            return options;
        }
    }
}
