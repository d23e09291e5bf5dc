namespace Terjaga.Accounts;

/// <summary>Bounds of a password, in characters.</summary>
/// <remarks>Length counts, not strange characters: NIST SP 800-63B section 3.1.1; OWASP ASVS 5.0 V6.2.</remarks>
public static class Passwords
{
    public const int MinLength = 12;
    public const int MaxLength = 256;
}
