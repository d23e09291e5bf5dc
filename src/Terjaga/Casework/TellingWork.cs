using Terjaga.Common.Work;

namespace Terjaga.Casework;

/// <summary>A case came to an end that its reporters are told of; the area that knows how to reach them does it.</summary>
internal static class TellingWork
{
    /// <summary>About one case.</summary>
    public const string Kind = "tell-reporter";

    /// <summary>How long an end must hold before anybody is told: a decision is taken back on the day it was made, and nobody can be told twice.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromDays(1);

    /// <summary>Whether nothing more is done about a case in this state. Content that comes back is no end.</summary>
    public static bool IsEnd(CaseState state) => state is CaseState.Gone or CaseState.Dismissed or CaseState.Closed;

    extension(TerjagaDb db)
    {
        /// <summary>Stored with what brought the case to its end; nothing where it is at none.</summary>
        public void TellReporters(CaseFile file, DateTimeOffset now)
        {
            if (IsEnd(file.State))
                db.Schedule(Kind, file.Id, now, Rest);
        }
    }
}
