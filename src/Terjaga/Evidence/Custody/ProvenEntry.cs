namespace Terjaga.Evidence.Custody;

/// <summary>One entry of the log with the proof that a head holds it.</summary>
/// <param name="Index">Its place in the log, from 0.</param>
/// <param name="Leaf">The entry as it was hashed: one line of JSON in UTF-8, without personal data.</param>
/// <param name="Path">The hashes beside its way to the root, from the bottom (RFC 9162 section 2.1.3).</param>
internal sealed record ProvenEntry(long Index, byte[] Leaf, IReadOnlyList<byte[]> Path);
