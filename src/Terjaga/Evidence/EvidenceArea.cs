using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Http;
using Terjaga.Common.Storage;
using Terjaga.Common.Work;
using Terjaga.Evidence.Browsing;
using Terjaga.Evidence.Store;

namespace Terjaga.Evidence;

/// <summary>Registers what looks at places and pictures, and keeps what was seen.</summary>
public static class EvidenceArea
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddEvidence(BrowserOptions browser, S3Options s3) => services
            .AddSingleton(s => new PageBrowser(browser, s.GetRequiredService<GuardedClient>(), BrowserLimits.Time))
            .AddSingleton<LookAtPlace>()
            .AddSingleton<IBlobFiles>(s => s3.IsConfigured
                ? new S3Files(s3)
                : new FolderFiles(Path.Combine(s.GetRequiredService<StorageOptions>().DataFolder, "evidence")))
            .AddScoped<EvidenceStore>()
            .AddScoped<CheckEvidenceStore>()
            .AddScoped<CheckEvidence>()
            .AddWork<SweepEvidenceJob>(SweepEvidenceJob.Kind, WorkLane.Long)
            .AddSingleton<CopyPicture>()
            .AddScoped<CaptureItem>()
            .AddWork<CaptureAgainJob>(CaptureAgainJob.Kind, WorkLane.Capture)
            .AddSingleton<ReadUploadedPicture>()
            .AddScoped<ReadPicture>().AddScoped<ComparePictures>();
    }
}
