package org.trm.command.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A file of a body, in base64 (RFC 4648 section 4): 1 byte to 4 MiB of one of a few formats, which is recognised by how it
 * begins. It is personal data and never prints itself.
 */
public final class FileContent {
    static final int LARGEST = 4 * 1024 * 1024;
    static final int LONGEST = (LARGEST + 2) / 3 * 4;

    private static final String FORM =
            "in base64 as RFC 4648 section 4 writes it: padded with =, no line breaks, and no bits left over at its end";

    /** A format that every office can read and that runs nothing of its own. */
    public enum Format {
        PDF("%PDF-"),
        JPEG("\u00FF\u00D8\u00FF"),
        PNG("\u0089PNG\r\n\u001A\n"),
        /** UTF-8, without control characters but those that lay out lines. */
        TEXT("");

        private final byte[] beginning;

        Format(String beginning) {
            this.beginning = beginning.getBytes(ISO_8859_1);
        }

        private boolean is(byte[] bytes) {
            return this == TEXT ? isText(bytes) : Arrays.mismatch(beginning, bytes) == beginning.length;
        }

        private static boolean isText(byte[] bytes) {
            try {
                return UTF_8.newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .chars()
                        .noneMatch(c -> Character.isISOControl(c) && "\n\r\t\f".indexOf(c) < 0);
            } catch (CharacterCodingException e) {
                return false;
            }
        }
    }

    private final byte[] bytes;
    private final Format format;

    /** @throws IllegalArgumentException saying what form it must have */
    public FileContent(String base64) {
        bytes = decoded(base64);
        if (bytes.length == 0 || bytes.length > LARGEST) {
            throw new IllegalArgumentException("must be 1 byte to 4 MiB, " + FORM);
        }
        format = Arrays.stream(Format.values())
                .filter(one -> one.is(bytes))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("must be a PDF, JPEG, PNG or plain text in UTF-8, " + FORM));
    }

    /** The decoder of the JDK also takes what lacks its padding, and bits that mean nothing. */
    private static byte[] decoded(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be " + FORM, e);
        }
        throw new IllegalArgumentException("must be " + FORM);
    }

    /** As they were decoded: nobody changes them. */
    public byte[] bytes() {
        return bytes;
    }

    public Format format() {
        return format;
    }

    @Override
    public String toString() {
        return "…";
    }
}
