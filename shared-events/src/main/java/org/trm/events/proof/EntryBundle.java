package org.trm.events.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Up to 256 entries beside each other, as they are served: each after its length in two bytes. */
public final class EntryBundle {
    private static final int LONGEST = 0xFFFF;

    private EntryBundle() {}

    /** @throws Malformed when there are none, more than 256, or one is longer than can be said */
    public static byte[] encode(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > HashTile.WIDTH) {
            throw new Malformed("No bundle has " + entries.size() + " entries.");
        }
        int length = 0;
        for (byte[] entry : entries) {
            if (entry.length > LONGEST) {
                throw new Malformed("An entry of " + entry.length + " bytes is too long for a bundle.");
            }
            length += Short.BYTES + entry.length;
        }
        ByteBuffer body = ByteBuffer.allocate(length);
        entries.forEach(entry -> body.putShort((short) entry.length).put(entry));
        return body.array();
    }

    /**
     * @param width how many entries there must be
     * @throws Malformed when there are more or fewer
     */
    public static List<byte[]> decode(byte[] body, int width) {
        ByteBuffer source = ByteBuffer.wrap(body);
        List<byte[]> entries = new ArrayList<>(width);
        while (source.hasRemaining()) {
            entries.add(next(source));
        }
        if (entries.size() != width) {
            throw new Malformed("A bundle of " + width + " entries has " + entries.size() + ".");
        }
        return entries;
    }

    private static byte[] next(ByteBuffer source) {
        int length = source.remaining() < Short.BYTES ? LONGEST : Short.toUnsignedInt(source.getShort());
        if (length > source.remaining()) {
            throw new Malformed("A bundle ends within an entry.");
        }
        byte[] entry = new byte[length];
        source.get(entry);
        return entry;
    }
}
