namespace Terjaga.Campaigns.Exports;

/// <summary>How the kinds of indicators are called in exports, and which of them are indicators to others.</summary>
internal static class IndicatorKinds
{
    extension(IndicatorKind kind)
    {
        /// <summary>False for a name that an offer uses: whose name it is may be a victim.</summary>
        public bool IsIndicator => kind != IndicatorKind.AgencyAsClaimed;

        /// <summary>Stable: it stands in files of others and in what ids are made of.</summary>
        public string Code => kind switch
        {
            IndicatorKind.Phone => "phone",
            IndicatorKind.Account => "account",
            IndicatorKind.Handle => "handle",
            IndicatorKind.Domain => "domain",
            IndicatorKind.Url => "url",
            IndicatorKind.Wallet => "wallet",
            IndicatorKind.PictureHash => "picture-hash",
            IndicatorKind.AgencyAsClaimed => "name-used",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

        /// <summary>For people, in English.</summary>
        public string Label => kind switch
        {
            IndicatorKind.Phone => "Phone number",
            IndicatorKind.Account => "Account for payments",
            IndicatorKind.Handle => "Name on a platform",
            IndicatorKind.Domain => "Domain",
            IndicatorKind.Url => "Address",
            IndicatorKind.Wallet => "Wallet",
            IndicatorKind.PictureHash => "Picture (PDQ hash)",
            _ => "Name used",
        };
    }
}
