using Terjaga.Common.Work;

namespace Terjaga.Casework;

/// <summary>Whether drafts are complete is asked again where places came to a case or left it; the area that has the orders answers.</summary>
internal static class CaseDrafts
{
    public const string Kind = "weigh-drafts";

    extension(TerjagaDb db)
    {
        /// <summary>Stored with what happened to the places. Of a case that is not with Komdigi nobody asks.</summary>
        public void WeighDrafts(CaseFile file, DateTimeOffset now)
        {
            if (file.State is CaseState.HandedOver or CaseState.UnderReview)
                db.Schedule(Kind, file.Id, now);
        }
    }
}
