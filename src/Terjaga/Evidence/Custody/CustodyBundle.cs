namespace Terjaga.Evidence.Custody;

/// <summary>Entries of the log and the head that proves them; what an outsider needs and no more.</summary>
internal sealed record CustodyBundle(SignedHead Head, IReadOnlyList<ProvenEntry> Entries);
