namespace Terjaga.Common.Http;

/// <summary>The guard does not connect; carries the stable code of the refusal through the framework's client.</summary>
internal sealed class RefusedException(string code) : IOException(code)
{
    public string Code => Message;
}
