namespace Terjaga.Screening.Similarity;

/// <summary>Fingerprints by slot, in chunks that never move. One thread may write while others read.</summary>
internal sealed class SlotStore
{
    private const int ChunkBits = 12, ChunkLength = 1 << ChunkBits;

    private const int LineBytes = 64;

    private Chunk[] _chunks = [];

    private readonly Stack<int> _free = [];

    private int _next;

    /// <summary>A slot that holds the text from now on: that of a text taken out, otherwise a new one.</summary>
    public int Add(Guid id, Fingerprint fingerprint)
    {
        if (!_free.TryPop(out var slot))
            slot = _next++;
        if (slot >> ChunkBits >= _chunks.Length)
            Volatile.Write(ref _chunks, [.. _chunks, new Chunk()]);
        var (chunk, at) = (_chunks[slot >> ChunkBits], slot & (ChunkLength - 1));
        chunk.Ids[at] = id;
        fingerprint.Sketch.CopyTo(chunk.Sketch(at));
        fingerprint.Keys.CopyTo(chunk.Keys.AsSpan(at * PairKeys.Most));
        chunk.KeyCounts[at] = (byte)fingerprint.Keys.Length;
        Volatile.Write(ref chunk.Versions[at], chunk.Versions[at] + 1);
        return slot;
    }

    public ReadOnlySpan<uint> Keys(int slot) =>
        _chunks[slot >> ChunkBits].Keys.AsSpan((slot & (ChunkLength - 1)) * PairKeys.Most, _chunks[slot >> ChunkBits].KeyCounts[slot & (ChunkLength - 1)]);

    public void Remove(int slot)
    {
        var (chunk, at) = (_chunks[slot >> ChunkBits], slot & (ChunkLength - 1));
        Volatile.Write(ref chunk.Versions[at], chunk.Versions[at] + 1);
        Interlocked.MemoryBarrier();
        _free.Push(slot);
    }

    /// <summary>Asks the memory for the text of a slot.</summary>
    public void Ask(int slot)
    {
        var chunks = Volatile.Read(ref _chunks);
        if (slot >> ChunkBits >= chunks.Length)
            return;
        var (chunk, at) = (chunks[slot >> ChunkBits], slot & (ChunkLength - 1));
        var sketch = chunk.Sketch(at);
        for (var line = 0; line < LetterSketch.Length; line += LineBytes)
            MemoryLines.Ask(ref sketch[line]);
        MemoryLines.Ask(ref chunk.Keys[at * PairKeys.Most]);
        MemoryLines.Ask(ref chunk.Versions[at]);
    }

    /// <summary>The text of a slot, and how alike it seems; null where it is being taken out or changed.</summary>
    public NearCandidate? Compare(int slot, Fingerprint fingerprint)
    {
        var chunks = Volatile.Read(ref _chunks);
        if (slot >> ChunkBits >= chunks.Length)
            return null;
        var (chunk, at) = (chunks[slot >> ChunkBits], slot & (ChunkLength - 1));
        var version = Volatile.Read(ref chunk.Versions[at]);
        var id = chunk.Ids[at];
        var letters = LetterSketch.Resemblance(fingerprint.Sketch, chunk.Sketch(at));
        var pairs = PairKeys.Resemblance(fingerprint.Keys, chunk.Keys.AsSpan(at * PairKeys.Most, chunk.KeyCounts[at]));
        Interlocked.MemoryBarrier();
        return IsHeld(version) && Volatile.Read(ref chunk.Versions[at]) == version ? new NearCandidate(id, letters, pairs) : null;
    }

    /// <summary>Versions are odd while a slot holds a text.</summary>
    private static bool IsHeld(int version) => (version & 1) == 1;

    private sealed class Chunk
    {
        private readonly byte[] _sketches = new byte[ChunkLength * LetterSketch.Length];

        public Guid[] Ids { get; } = new Guid[ChunkLength];

        public uint[] Keys { get; } = new uint[ChunkLength * PairKeys.Most];

        public byte[] KeyCounts { get; } = new byte[ChunkLength];

        public int[] Versions { get; } = new int[ChunkLength];

        public Span<byte> Sketch(int at) => _sketches.AsSpan(at * LetterSketch.Length, LetterSketch.Length);
    }
}
