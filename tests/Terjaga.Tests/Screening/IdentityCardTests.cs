using Terjaga.Screening.Images;

namespace Terjaga.Tests.Screening;

public sealed class IdentityCardTests
{
    [Theory]
    [InlineData("PROVINSI JAWA CONTOH\nNIK : 3200000101900001\nNama : BUDI\nTempat/Tgl Lahir : CONTOH, 01-01-1990\nJenis Kelamin : LAKI-LAKI\nAgama : -\nStatus Perkawinan: KAWIN\nBerlaku Hingga : SEUMUR HIDUP")]
    [InlineData("KARTU KELUARGA\nNama Kepala Keluarga : BUDI\nRT/RW 001/002 Kel/Desa CONTOH Kecamatan CONTOH")]
    [InlineData("P<IDNSANTOSO<<BUDI<<<<<<<<<<<<<<<<<<")]
    [InlineData("NIK 3200004101900001 Agama - Kecamatan Contoh")]
    public void A_card_is_known_by_its_labels(string text) => Assert.True(IdentityCard.IsSeenIn(text));

    [Theory]
    [InlineData("LOKER MALAYSIA! Kirim foto KTP dan NIK, umur 21-35, agama bebas. WA 0861-5555-1234")]
    [InlineData("Dibutuhkan perawat. Syarat: jenis kelamin wanita, usia 20-30, ijazah, paspor berlaku. Gaji 15000000")]
    [InlineData("Teknik elektronik, Provinsi Jawa Barat. Jenis kelamin bebas, agama bebas")]
    [InlineData("")]
    public void A_poster_that_asks_for_a_card_is_none(string text) => Assert.False(IdentityCard.IsSeenIn(text));
}
