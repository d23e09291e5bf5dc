using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Work;

namespace Terjaga.Common.Repeating;

/// <summary>Registers what knows a repeated call.</summary>
public static class RepeatingArea
{
    /// <summary>Name of the recurring work, for the timetable.</summary>
    public const string ForgetCalls = ForgetCallsJob.Kind;

    extension(IServiceCollection services)
    {
        public IServiceCollection AddRepeating() => services.AddScoped<AnswerOnce>().AddWork<ForgetCallsJob>(ForgetCallsJob.Kind);
    }
}
