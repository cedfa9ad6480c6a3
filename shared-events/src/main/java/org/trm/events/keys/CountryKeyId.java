package org.trm.events.keys;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trm.events.privacy.Tampered;
import org.trm.events.types.CountryCode;

/** A country's key by its number, and by what a key that was lost and made anew is not taken for the one before. */
record CountryKeyId(CountryCode country, int number, String fingerprint) {
    private static final Pattern TEXT = Pattern.compile("([A-Z]{2})-(\\d{1,6})-([0-9a-f]{8})");

    static CountryKeyId of(CountryCode country, int number, byte[] publicKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey);
            return new CountryKeyId(country, number, HexFormat.of().formatHex(hash, 0, 4));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** @throws Tampered when it is no such text */
    static CountryKeyId of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new Tampered("not the id of a country's key: " + text);
        }
        return new CountryKeyId(CountryCode.of(parts.group(1)), Integer.parseInt(parts.group(2)), parts.group(3));
    }

    @Override
    public String toString() {
        return country + "-" + number + "-" + fingerprint;
    }
}
