package org.trm.events.privacy;

import java.util.Arrays;

/** Hides how long a value is: one byte 0x80, then zeros up to a multiple of some bytes (ISO/IEC 7816-4). */
final class Padding {
    private static final byte END = (byte) 0x80;

    private Padding() {}

    static byte[] add(byte[] value, int step) {
        byte[] padded = Arrays.copyOf(value, (value.length / step + 1) * step);
        padded[value.length] = END;
        return padded;
    }

    /** @throws Tampered when there is no padding */
    static byte[] remove(byte[] padded) {
        int end = padded.length - 1;
        while (end >= 0 && padded[end] == 0) {
            end--;
        }
        if (end < 0 || padded[end] != END) {
            throw new Tampered("without padding");
        }
        return Arrays.copyOf(padded, end);
    }
}
