package org.trm.events.proof;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Text that has one form only, so that what was read prints as what was read. */
final class Text {
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    private Text() {}

    /** @throws Malformed when {@code bytes} are not UTF-8 */
    static String of(byte[] bytes, String what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed(what + " is not UTF-8.");
        }
    }

    /** @throws Malformed when {@code text} holds half of a character */
    static byte[] bytes(String text, String what) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new Malformed(what + " holds half of a character.");
        }
    }

    /** @throws Malformed unless {@code text} is a decimal below 2^63 without sign and leading zeros */
    static long decimal(String text, String what) {
        try {
            if (DECIMAL.matcher(text).matches()) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            throw new Malformed(what + " is too large: " + text);
        }
        throw new Malformed(what + " is not a decimal number without leading zeros.");
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @throws Malformed unless {@code text} is Base64 with padding (RFC 4648, 4) as it would be printed */
    static byte[] fromBase64(String text, String what) {
        return decoded(Base64.getDecoder(), Base64.getEncoder(), text, what);
    }

    static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws Malformed unless {@code text} is Base64 for URLs without padding (RFC 4648, 5) as it would be printed */
    static byte[] fromBase64Url(String text, String what) {
        return decoded(Base64.getUrlDecoder(), Base64.getUrlEncoder().withoutPadding(), text, what);
    }

    // The JDK's decoders also take what lacks its padding or has bits left over.
    private static byte[] decoded(Base64.Decoder decoder, Base64.Encoder encoder, String text, String what) {
        try {
            byte[] bytes = decoder.decode(text);
            if (encoder.encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new Malformed(what + " is not Base64: " + e.getMessage());
        }
        throw new Malformed(what + " is not Base64 in its one form.");
    }
}
