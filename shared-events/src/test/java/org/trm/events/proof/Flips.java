package org.trm.events.proof;

import java.util.ArrayList;
import java.util.List;

/** Things with one bit changed. */
final class Flips {
    private Flips() {}

    static Hash flipped(Hash hash, int bit) {
        return Hash.from(flipped(hash.bytes(), bit));
    }

    static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return flipped;
    }

    static List<Hash> flipped(List<Hash> path, int which, int bit) {
        List<Hash> flipped = new ArrayList<>(path);
        flipped.set(which, flipped(path.get(which), bit));
        return flipped;
    }
}
