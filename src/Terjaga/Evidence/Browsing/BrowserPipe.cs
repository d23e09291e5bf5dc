using PuppeteerSharp.Transport;

namespace Terjaga.Evidence.Browsing;

/// <summary>Speaks with a browser over its pipes instead of a port that a page could find: messages that end with a zero byte.</summary>
internal sealed class BrowserPipe : IConnectionTransport
{
    private const int BufferBytes = 64 * 1024;

    private readonly Stream _from;

    private readonly Stream _to;

    private readonly SemaphoreSlim _turn = new(1);

    private readonly CancellationTokenSource _stopping = new();

    public BrowserPipe(Stream from, Stream to)
    {
        (_from, _to) = (from, to);
        _ = Task.Run(ReadAsync);
    }

    public event EventHandler<TransportClosedEventArgs>? Closed;

    public event EventHandler<MessageReceivedEventArgs>? MessageReceived;

    public bool IsClosed { get; private set; }

    public async Task SendAsync(byte[] message)
    {
        await _turn.WaitAsync(_stopping.Token);
        try
        {
            await _to.WriteAsync(message, _stopping.Token);
            await _to.WriteAsync(new byte[1], _stopping.Token);
            await _to.FlushAsync(_stopping.Token);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void StopReading() => _stopping.Cancel();

    /// <remarks>The streams belong to the process; a message that waits for its turn still needs the other two.</remarks>
    public void Dispose() => _stopping.Cancel();

    private async Task ReadAsync()
    {
        var reason = "the browser ended";
        try
        {
            await PassOnAsync();
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException or InvalidDataException)
        {
            reason = exception.Message;
        }

        IsClosed = true;
        Closed?.Invoke(this, new TransportClosedEventArgs(reason));
    }

    private async Task PassOnAsync()
    {
        var buffer = new byte[BufferBytes];
        using var message = new MemoryStream();
        while (await _from.ReadAsync(buffer, _stopping.Token) is > 0 and var read)
        {
            var rest = buffer.AsMemory(0, read);
            for (int end; (end = rest.Span.IndexOf((byte)0)) >= 0; rest = rest[(end + 1)..])
            {
                message.Write(rest.Span[..end]);
                MessageReceived?.Invoke(this, new MessageReceivedEventArgs(message.ToArray()));
                message.SetLength(0);
            }

            message.Write(rest.Span);
            if (message.Length > BrowserLimits.MaxMessageBytes)
                throw new InvalidDataException("A message of the browser is too long.");
        }
    }
}
