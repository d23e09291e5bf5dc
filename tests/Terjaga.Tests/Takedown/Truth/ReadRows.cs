using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Terjaga.Tests.Takedown.Truth;

/// <summary>Counts the rows that this test, and no other at its side, reads from its database.</summary>
internal sealed class ReadRows : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly AsyncLocal<ReadRows?> _mine = new();

    private readonly List<IDisposable> _subscriptions = [];

    private ReadRows() { }

    public int Count { get; private set; }

    public static ReadRows Begin()
    {
        var rows = _mine.Value = new ReadRows();
        rows._subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(rows));
        return rows;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategoryName)
            _subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.DataReaderClosing.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (_mine.Value == this && value.Value is DataReaderClosingEventData data)
            Count += data.ReadCount;
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());

    private const string DbLoggerCategoryName = "Microsoft.EntityFrameworkCore";
}
