namespace Terjaga.Campaigns.Exports;

/// <summary>What an indicator of a campaign is.</summary>
public enum IndicatorKind
{
    /// <summary>A telephone number in E.164, for instance <c>+6281234567890</c>.</summary>
    Phone,

    /// <summary>Bank or e-wallet and number, for instance <c>BCA:0123456789</c>.</summary>
    Account,

    /// <summary>Platform and name, for instance <c>telegram:kerja_luar_negeri</c>.</summary>
    Handle,

    Domain,

    Url,

    /// <summary>The address of a wallet for cryptocurrency.</summary>
    Wallet,

    /// <summary>The PDQ hash of a picture: 256 bits as 64 hexadecimal digits.</summary>
    PictureHash,

    /// <summary>The name that an offer uses. It may be a victim of name theft and is never given out as an indicator.</summary>
    AgencyAsClaimed,
}
