package org.trm.events.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.util.Bytes;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Scope;
import org.trm.events.types.Sealed;

/** A data key is readable by the country that it is wrapped for, through both locks, and by nobody else. */
class KeyWrapsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final CountryCode BG = CountryCode.of("BG");
    private static final CountryCode RO = CountryCode.of("RO");
    private static final CaseId CASE = CaseId.of("7c9e6679-7425-40de-944b-e07fc1f90ae7");
    private static final DataKeyId ID = new DataKeyId(CASE, Scope.of(PersonalField.IDENTITY), 1);

    @TempDir
    Path folder;

    private KeyWraps wraps;

    @BeforeEach
    void open() {
        wraps = new KeyWraps(FileKeyStore.in(folder.resolve("keys"), folder.resolve("erased")));
    }

    @Test
    void whatIsSealedUnderAKeyOpensWithTheKeyThatWasUnwrappedForACountry() {
        DataKey key = DataKey.fresh(ID);
        KeyWrap wrap = wraps.wrap(key, RO);
        Sealed sealed = key.seal(PersonalField.IDENTITY, new UUID(1, 1), "Doe".getBytes(UTF_8));

        assertThat(wraps.unwrap(wrap).open(sealed)).asString(UTF_8).isEqualTo("Doe");
        assertThat(wrap.wrapped()).hasSize(12 + 80 + 16);
    }

    @Test
    void aWrapThatIsMovedToAnotherCountryCaseScopeOrEpochDoesNotOpen() {
        KeyWrap wrap = wraps.wrap(DataKey.fresh(ID), RO);
        String roKey = wrap.countryKeyId();
        String bgKey = wraps.wrap(DataKey.fresh(ID), BG).countryKeyId();

        assertRefused(new KeyWrap(ID, BG, bgKey, wrap.wrapped()));
        assertRefused(new KeyWrap(new DataKeyId(CASE, ID.scope(), 2), RO, roKey, wrap.wrapped()));
        assertRefused(new KeyWrap(new DataKeyId(CASE, Scope.of(PersonalField.RISK), 1), RO, roKey, wrap.wrapped()));
        CaseId other = CaseId.of("019c9f3e-6a40-7d21-93c5-5f0e8a1b2c3d");
        wraps.wrap(DataKey.fresh(new DataKeyId(other, ID.scope(), 1)), RO);
        assertRefused(new KeyWrap(new DataKeyId(other, ID.scope(), 1), RO, roKey, wrap.wrapped()));
    }

    private void assertRefused(KeyWrap moved) {
        assertThatThrownBy(() -> wraps.unwrap(moved)).isInstanceOf(Tampered.class);
    }

    @Test
    void withoutTheKeyOfTheCaseACountryReadsNothing() {
        KeyWrap wrap = wraps.wrap(DataKey.fresh(ID), RO);
        KeyStore store = FileKeyStore.in(folder.resolve("keys"), folder.resolve("erased"));
        assertThatThrownBy(() -> store.decrypt(RO, wrap.countryKeyId(), wrap.wrapped(), wrap.context()))
                .isInstanceOf(Tampered.class);
    }

    /** Made by another implementation, @hpke/core: the private key is that of RFC 9180's DeriveKeyPair over 40 41 … 5f. */
    @Test
    void whatAnotherImplementationWrappedUnwraps() {
        CountryPrivateKey key = CountryPrivateKey.of(
                new CountryKey(
                        RO,
                        "RO-1",
                        Bytes.copyFrom(
                                HEX.parseHex("b259f6ee92dcba0111850b13b3f6dccc827726f9b08235ab62922b6b3f3f2a19"))),
                HEX.parseHex("5f661a2f70e4407ce264c6ec792b13faf122b0731108afe887d2a7994387d421"));
        SecretKey ofCase =
                SecretKey.of(HEX.parseHex("202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"));
        byte[] wrapped = HEX.parseHex("0c0d0e0f10111213141516178c380c1e0104ee3b6ddf4c1133b234146993dade396855cc0b10d50c"
                + "6ecf36475824cfce2380c0cf4a1ccdd403f5e664448fcb8a7893706c08928e6773b82ee2ff0fa955ee97be0d7d81a6b33b651e80"
                + "5b63bcabeec6df66a9fe64b89d51afb3");
        String context = new KeyWrap(ID, RO, "RO-1", wrapped).context();

        assertThat(key.decrypt(ofCase.decrypt(wrapped, context), context))
                .isEqualTo(HEX.parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));
    }
}
