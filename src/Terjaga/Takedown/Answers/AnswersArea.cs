using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Mail;
using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown.Answers;

/// <summary>Registers the side of the recipients: keys, their orders and letters, answers, and letters that a person brings.</summary>
internal static class AnswersArea
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddAnswers() => services
            .AddScoped<EditRecipientKeys>().AddScoped<CheckRecipientKey>().AddScoped<CheckSignature>()
            .AddScoped<AnswerOrders>().AddScoped<AnswerLetter>().AddScoped<ObjectToOrder>().AddScoped<ReadOwnOrders>()
            .AddScoped<LetterTaken>().AddScoped<ListWaitingLetters>()
            .AddScoped(s => new HandOverLetter(s.GetRequiredService<TerjagaDb>(), s.GetRequiredService<LetterTaken>(), s.GetRequiredService<TimeProvider>()))
            .AddScoped(s => new ReadOwnLetters(
                s.GetRequiredService<TerjagaDb>(), s.GetRequiredService<WriteNotice>(), s.GetRequiredService<LetterTaken>(), s.GetRequiredService<MailServer>(),
                s.GetRequiredService<TimeProvider>()));
    }
}
