using Microsoft.Extensions.DependencyInjection;

namespace Terjaga.Common.Mail;

/// <summary>Registers the way to the mail server.</summary>
public static class MailArea
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddMail(MailOptions options) => services.AddSingleton(options).AddSingleton<MailServer>();
    }
}
