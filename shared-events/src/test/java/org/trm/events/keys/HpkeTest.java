package org.trm.events.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KeyAgreement;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipient's side opens what others seal, and nothing else: the vectors of the standard, and whatever the library makes. */
class HpkeTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] NOTHING = {};
    private static final byte[] PLAIN = HEX.parseHex("4265617574792069732074727574682c20747275746820626561757479");
    private static final byte[] INFO = HEX.parseHex("4f6465206f6e2061204772656369616e2055726e");
    private static final byte[] FIRST = HEX.parseHex("436f756e742d30");

    private static Hpke.Agreement software(byte[] secret) throws GeneralSecurityException {
        ECPublicKey any = (ECPublicKey)
                P256.key(
                        HEX.parseHex(
                                "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0"));
        PrivateKey key = KeyFactory.getInstance("EC")
                .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, secret), any.getParams()));
        return point -> {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(key);
            agreement.doPhase(P256.key(point), true);
            return agreement.generateSecret();
        };
    }

    /** RFC 9180, A.3.1, the first encryption; its AEAD is AES-128-GCM. */
    @Test
    void theVectorOfTheStandardOpens() throws Exception {
        byte[] opened = new Hpke(1, 16)
                .open(
                        HEX.parseHex(
                                "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4"
                                        + "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434"),
                        software(HEX.parseHex("f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2")),
                        HEX.parseHex(
                                "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0"),
                        INFO,
                        FIRST);
        assertThat(opened).isEqualTo(PLAIN);
    }

    /** Of the file of vectors from which the standard's appendix was made, which has our combination too. */
    @Test
    void theVectorOfItsAuthorsForOurCombinationOpens() throws Exception {
        byte[] opened = Hpke.AES_256_GCM.open(
                HEX.parseHex(
                        "04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0"
                                + "58c61a45059d0c5704560e9d88b564a8b63f1364b8d1fcb3c4c6ddc1d291742465e902cd216f8908da49f8f96f"),
                software(HEX.parseHex("317f915db7bc629c48fe765587897e01e282d3e8445f79f27f65d031a88082b2")),
                HEX.parseHex(
                        "04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c"),
                INFO,
                FIRST);
        assertThat(opened).isEqualTo(PLAIN);
    }

    @Property(tries = 50)
    void whatTheLibrarySealsOpensAsItDoesForTheLibrary(
            @ForAll @Size(max = 200) byte[] plain, @ForAll @Size(max = 100) byte[] info) throws Exception {
        HybridConfig.register();
        KeysetHandle handle = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.generateEntryFromParameters(HpkeParameters.builder()
                                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                                .setKemId(HpkeParameters.KemId.DHKEM_P256_HKDF_SHA256)
                                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                                .build())
                        .withRandomId()
                        .makePrimary())
                .build();
        HpkePrivateKey key = (HpkePrivateKey) handle.getPrimary().getKey();
        byte[] point = key.getPublicKey().getPublicKeyBytes().toByteArray();
        Hpke.Agreement agreement = software(key.getPrivateKeyBytes().toByteArray(InsecureSecretKeyAccess.get()));
        byte[] message = handle.getPublicKeysetHandle()
                .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                .encrypt(plain, info);

        assertThat(handle.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                        .decrypt(message, info))
                .isEqualTo(plain);
        assertThat(Hpke.AES_256_GCM.open(message, agreement, point, info, NOTHING))
                .isEqualTo(plain);

        byte[] longer = Arrays.copyOf(info, info.length + 1);
        assertThatThrownBy(() -> Hpke.AES_256_GCM.open(message, agreement, point, longer, NOTHING))
                .isInstanceOf(GeneralSecurityException.class);
        for (int at : new int[] {0, 1, 40, 64, 65, message.length - 1}) {
            byte[] altered = message.clone();
            altered[at] ^= 1;
            assertThatThrownBy(() -> Hpke.AES_256_GCM.open(altered, agreement, point, info, NOTHING))
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "04",
                "04ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "0400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                        + "00",
                "02fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0",
                "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea1"
            })
    void whatIsNoPointOfTheCurveNeverReachesThePrivateKey(String point) {
        assertThatThrownBy(() -> P256.key(HEX.parseHex(point))).isInstanceOf(GeneralSecurityException.class);
    }
}
