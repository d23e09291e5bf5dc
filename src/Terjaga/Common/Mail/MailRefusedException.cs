using Terjaga.Common.Work;

namespace Terjaga.Common.Mail;

/// <summary>The mail server refuses the address for good (RFC 5321 section 4.2.1: a reply of 5yz).</summary>
internal sealed class MailRefusedException(int status, Exception inner) : HopelessException($"The mail server refuses the address: {status}.", inner)
{
    /// <summary>The reply that says so.</summary>
    public int Status => status;
}
