using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Storage;

namespace Terjaga.Privacy;

/// <summary>Registers the key of the desk and what is sealed with it.</summary>
public static class PrivacyArea
{
    extension(IServiceCollection services)
    {
        /// <remarks>A key is made only for a desk that is new: losing it must never pass for a first start.</remarks>
        public IServiceCollection AddPrivacy() => services
            .AddSingleton(provider =>
            {
                var storage = provider.GetRequiredService<StorageOptions>();
                return DeskKey.Load(storage.KeyFile, mayCreate: storage.MayBeNew);
            })
            .AddScoped<CheckDeskKey>();
    }
}
