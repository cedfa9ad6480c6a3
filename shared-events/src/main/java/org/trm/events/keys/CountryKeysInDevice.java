package org.trm.events.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.util.Bytes;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.trm.events.privacy.CountryKey;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.privacy.Tampered;
import org.trm.events.types.CountryCode;

/** The countries' keys in a device, called {@code trm-RO-1} and so on, in a token for all or one for each. */
final class CountryKeysInDevice implements CountryKeys {
    private static final CountryNames NAMES = new CountryNames("trm-", "");

    private final SafeFolder folder;
    private final Tokens tokens;

    CountryKeysInDevice(SafeFolder folder, Tokens tokens) {
        this.folder = folder;
        this.tokens = tokens;
    }

    @Override
    public Set<CountryCode> countries() {
        Set<CountryCode> countries = new TreeSet<>();
        for (Token token : tokens.all()) {
            for (CountryCode country : NAMES.in(token.names()).keySet()) {
                if (tokens.of(country) == token) {
                    countries.add(country);
                }
            }
        }
        return countries;
    }

    @Override
    public List<CountryKey> of(CountryCode country) {
        Token token = tokens.of(country);
        List<CountryKey> keys = new ArrayList<>();
        for (int number : NAMES.in(token.names()).getOrDefault(country, new TreeSet<>())) {
            byte[] point = token.point(NAMES.of(country, number));
            if (point != null) {
                keys.add(key(country, number, point));
            }
        }
        return keys;
    }

    /** Processes that share the folder agree by it who makes the key. */
    @Override
    public CountryKey make(CountryCode country, int number) throws IOException {
        Token token = tokens.of(country);
        String alias = NAMES.of(country, number);
        folder.alone(() -> {
            if (!token.names().contains(alias)) {
                token.makeAgreement(alias);
            }
        });
        return key(country, number, found(token.point(alias), country, number));
    }

    @Override
    public byte[] decrypt(CountryCode country, String keyId, byte[] encrypted, String context) {
        Token token = tokens.of(country);
        int number = CountryKeyId.of(keyId).number();
        String alias = NAMES.of(country, number);
        byte[] point = found(token.point(alias), country, number);
        if (!key(country, number, point).id().equals(keyId)) {
            throw new KeysUnreachable("The key " + keyId + " is lost: another one stands in its place.", null);
        }
        try {
            return Hpke.AES_256_GCM.open(
                    encrypted,
                    sender -> found(token.agree(alias, P256.key(sender)), country, number),
                    point,
                    context.getBytes(UTF_8),
                    new byte[0]);
        } catch (GeneralSecurityException e) {
            throw new Tampered("not encrypted to " + keyId + " for this context");
        }
    }

    private static byte[] found(byte[] result, CountryCode country, int number) {
        if (result == null) {
            throw new KeysUnreachable(
                    "Key " + number + " of country " + country + " is missing in its token: restore its backup.", null);
        }
        return result;
    }

    private static CountryKey key(CountryCode country, int number, byte[] point) {
        return new CountryKey(country, CountryKeyId.of(country, number, point).toString(), Bytes.copyFrom(point));
    }

    @Override
    public void destroy(CountryKey key) {
        tokens.of(key.country())
                .destroy(NAMES.of(key.country(), CountryKeyId.of(key.id()).number()));
    }
}
