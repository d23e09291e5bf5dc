namespace Terjaga.Casework.Danger;

/// <summary>Which step of a danger file is open.</summary>
internal static class DangerRules
{
    /// <summary>Why a step is refused; null where it is open.</summary>
    public static Problem? Refuse(DangerFile file, DecideDanger.Input input, DangerPlan plan, DateTimeOffset now)
    {
        if (file.ClosedAt is not null || !IsOpen(file, input.Step))
            return new Problem("danger.step-not-open");
        if (input.Step == DangerStep.Take && file.HolderId is { } holder && holder != input.By.OfficerId && string.IsNullOrWhiteSpace(input.Reason))
            return new Problem("danger.taken");
        var choices = plan.ChoicesOf(input.Step);
        if (choices.Count == 0 ? input.Code is not null : choices.All(choice => choice.Code != input.Code))
            return new Problem("danger.code-unknown");
        if (input.Until is { } until && (input.Step != DangerStep.Wait || until <= now || until > now.AddDays(DecideDanger.MaxWaitDays)))
            return new Problem("danger.until-invalid", DecideDanger.MaxWaitDays);
        return input.Step == DangerStep.Close && file.Hold != HoldState.Released ? new Problem("danger.hold-unanswered") : null;
    }

    private static bool IsOpen(DangerFile file, DangerStep step) => step switch
    {
        DangerStep.Answer => file.AnsweredAt is null,
        DangerStep.Lower => file.Level == DangerLevel.P0,
        DangerStep.Raise => file.Level == DangerLevel.P1,
        DangerStep.Release => file.Hold != HoldState.Released,
        DangerStep.Close => file.AnsweredAt is not null,
        _ => true,
    };
}
