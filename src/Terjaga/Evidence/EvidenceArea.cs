using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Files;
using Terjaga.Common.Storage;

namespace Terjaga.Evidence;

/// <summary>Registers what looks at places and pictures, and keeps what was seen.</summary>
public static class EvidenceArea
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddEvidence() => services
            .AddSingleton(s => new FileStore(Path.Combine(s.GetRequiredService<StorageOptions>().DataFolder, "files")))
            .AddScoped<CaptureItem>()
            .AddScoped<CheckItem>()
            .AddSingleton<ReadUploadedPicture>()
            .AddScoped<ReadPicture>();
    }
}
