using Microsoft.Extensions.DependencyInjection;
using Terjaga.Casework.Sharing;
using Terjaga.Common.Mail;
using Terjaga.Common.Work;
using Terjaga.Takedown.Ladder;

namespace Terjaga.Takedown.Notices;

/// <summary>Registers what writes letters and reads them.</summary>
internal static class NoticesRoom
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddNotices() => services
            .AddKeyedScoped<IParkedWork, TellStuckLetter>(SendNoticeJob.Kind).AddKeyedScoped<IParkedWork, TellStuckLetter>(SendWarningJob.Kind)
            .AddScoped<WriteNotice>().AddScoped<WriteWithdrawals>().AddScoped<ReadDispatches>()
            .AddScoped(all => new ReadNotice(
                all.GetRequiredService<TerjagaDb>(), all.GetRequiredService<WriteNotice>(), all.GetRequiredService<ReadSharing>(), all.GetRequiredService<MailServer>()));
    }
}
