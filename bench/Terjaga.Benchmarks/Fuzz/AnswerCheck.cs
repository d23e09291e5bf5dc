using System.Diagnostics;
using System.Text.Json;
using Terjaga.Screening;

namespace Terjaga.Benchmarks.Fuzz;

/// <summary>What every answer of the engine must keep to, whatever the text.</summary>
internal static class AnswerCheck
{
    /// <summary>Time for a text of no length, and for each UTF-16 unit: three hundred times what a post takes, since the gate runs on busy machines and looks for the square of a length.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMilliseconds(20), EachUnit = TimeSpan.FromMicroseconds(30);

    /// <summary>How often a text that took too long is tried again: only one that is slow every time is slow.</summary>
    private const int TryCount = 5;

    /// <summary>Screens a text; what is wrong with the answer, or null.</summary>
    public static string? FaultOf(Screener screener, string text, string? channel)
    {
        try
        {
            ScreeningResult? result = null;
            var taken = TimeOf(() => result = screener.Screen(text, channel));
            return FaultOf(text, result!) ?? (taken > Allowed(text) && IsSlow(screener, text, channel) ? $"slow: {text.Length} units" : null);
        }
#pragma warning disable CA1031 // Any exception is what is looked for; the finding names it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception.ToString();
        }
    }

    public static string? FaultOf(string text, ScreeningResult result)
    {
        if (!(result.Score is >= 0 and <= 1) || !(result.Topics is { Fraud: >= 0 and <= 1, Gambling: >= 0 and <= 1 }))
            return $"a score of {result.Score}, topics {result.Topics}";
        if (!Contexts.All.Contains(result.Context))
            return $"the context '{result.Context}'";
        if (result.Signals.FirstOrDefault(signal => signal.Start < 0 || signal.Start >= signal.End || signal.End > text.Length) is { } outside)
            return $"{outside.Id} from {outside.Start} to {outside.End} of {text.Length}";
        if (result.Why?.Parts.FirstOrDefault(part => part.Start < 0 || part.Start > part.End || part.End > text.Length || !double.IsFinite(part.Points)) is { } wrong)
            return $"a part of the score from {wrong.Start} to {wrong.End} of {text.Length}, {wrong.Points} points";
        return FaultOf(result);
    }

    /// <summary>Whether the identifiers are what they say, and the answer can be written and read again.</summary>
    private static string? FaultOf(ScreeningResult result)
    {
        var entities = result.Entities;
        if (entities.Phones.FirstOrDefault(phone => phone.Length < 2 || phone[0] != '+' || !phone.Skip(1).All(char.IsAsciiDigit)) is { } phone)
            return $"the phone number '{phone}'";
        if (entities.Accounts.FirstOrDefault(account => account.Number.Length == 0 || !account.Number.All(char.IsAsciiDigit)) is { } account)
            return $"the account '{account.Number}'";
        if (entities.Wages.FirstOrDefault(wage => wage.AmountMin > wage.AmountMax || wage.AmountMin < 0) is { } wage)
            return $"a wage from {wage.AmountMin} to {wage.AmountMax}";
        if (entities.DeadlineDays.Any(days => days < 0))
            return "a time limit before the text";
        var json = JsonSerializer.Serialize(result, ScreeningJson.Default.ScreeningResult);
        return JsonSerializer.Deserialize(json, ScreeningJson.Default.ScreeningResult) is { } read && read.Entities.Dates.SequenceEqual(entities.Dates)
            ? null
            : "an answer that is read again as another one";
    }

    private static TimeSpan Allowed(string text) => Least + (EachUnit * Math.Min(text.Length, Screener.MaxTextLength));

    private static bool IsSlow(Screener screener, string text, string? channel)
    {
        for (var i = 0; i < TryCount; i++)
        {
            if (TimeOf(() => screener.Screen(text, channel)) <= Allowed(text))
                return false;
        }

        return true;
    }

    /// <summary>By the clock, or by the processor where that is less: what others make it wait for is not its own.</summary>
    private static TimeSpan TimeOf(Action screen)
    {
        var (begun, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        screen();
        var (clock, processor) = (Stopwatch.GetElapsedTime(begun), Environment.CpuUsage.TotalTime - before);
        return clock < processor ? clock : processor;
    }
}
