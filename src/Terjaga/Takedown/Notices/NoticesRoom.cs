using Microsoft.Extensions.DependencyInjection;
using Terjaga.Casework.Sharing;
using Terjaga.Common.Mail;

namespace Terjaga.Takedown.Notices;

/// <summary>Registers what writes letters and reads them.</summary>
internal static class NoticesRoom
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddNotices() => services
            .AddScoped<WriteNotice>().AddScoped<WriteWithdrawals>().AddScoped<ReadDispatches>()
            .AddScoped(all => new ReadNotice(
                all.GetRequiredService<TerjagaDb>(), all.GetRequiredService<WriteNotice>(), all.GetRequiredService<ReadSharing>(), all.GetRequiredService<MailServer>()));
    }
}
