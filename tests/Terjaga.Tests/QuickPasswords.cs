using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Terjaga.Tests;

/// <summary>Passwords of tests are guarded by one round of hashing: hundreds of officers join, and nobody guesses.</summary>
internal static class QuickPasswords
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddQuickPasswords() => services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
    }
}
