using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Files;
using Terjaga.Common.Http;
using Terjaga.Common.Storage;
using Terjaga.Common.Work;
using Terjaga.Evidence.Browsing;

namespace Terjaga.Evidence;

/// <summary>Registers what looks at places and pictures, and keeps what was seen.</summary>
public static class EvidenceArea
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddEvidence(BrowserOptions browser) => services
            .AddSingleton(s => new FileStore(Path.Combine(s.GetRequiredService<StorageOptions>().DataFolder, "files")))
            .AddSingleton(s => new PageBrowser(browser, s.GetRequiredService<GuardedClient>(), BrowserLimits.Time))
            .AddSingleton<LookAtPlace>()
            .AddScoped<CaptureItem>()
            .AddWork<CaptureAgainJob>(CaptureAgainJob.Kind, WorkLane.Capture)
            .AddSingleton<ReadUploadedPicture>()
            .AddScoped<ReadPicture>();
    }
}
