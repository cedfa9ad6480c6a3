package org.trm.events.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the log keeps of one stored event, or of another record of the same make: where it stands, and hashes of its stored
 * bytes, never the bytes. Members are named and sorted as in its canonical JSON (RFC 8785).
 *
 * @param agg what kind of thing it happened to
 * @param aggId which one
 * @param gidx where it stands among all that is stored
 * @param meta of its stored metadata, see {@link #hash}
 * @param payload of its stored payload
 * @param rev the revision of its type; empty when it has none
 * @param salt see {@link #salt}
 * @param seq where it stands among what happened to that one thing, from 0
 * @param ts when it was stored, as stored
 */
public record LogEntry(
        String agg,
        String aggId,
        String eventId,
        long gidx,
        String meta,
        String payload,
        String rev,
        String salt,
        long seq,
        String ts,
        String type) {
    /** In bytes. */
    public static final int LONGEST = 4096;

    private static final int SALT = 16;
    private static final long VERSION = 1;
    private static final SortedSet<String> MEMBERS = new TreeSet<>(
            List.of("agg", "aggId", "eventId", "gidx", "meta", "payload", "rev", "salt", "seq", "ts", "type", "v"));

    /** @throws Malformed when it can be none */
    public LogEntry {
        if (agg.isEmpty() || aggId.isEmpty() || eventId.isEmpty() || ts.isEmpty() || type.isEmpty()) {
            throw new Malformed("An entry names what it happened to, its event, its time and its type.");
        }
        Text.bytes(String.join(" ", agg, aggId, eventId, rev, ts, type), "An entry");
        if (Math.min(gidx, seq) < 0 || Math.max(gidx, seq) > CanonicalJson.LARGEST) {
            throw new Malformed("The numbers of an entry are from 0 to " + CanonicalJson.LARGEST + ".");
        }
        Hash.from(Text.fromBase64Url(meta, "The hash of an entry's metadata"));
        Hash.from(Text.fromBase64Url(payload, "The hash of an entry's payload"));
        if (Text.fromBase64Url(salt, "The salt of an entry").length != SALT) {
            throw new Malformed("The salt of an entry has " + SALT + " bytes.");
        }
    }

    /** How the hash of some stored bytes stands in an entry: Base64 for URLs, without padding. */
    public static String hash(byte[] stored) {
        return Text.base64Url(Hash.of(stored).bytes());
    }

    /**
     * How a salt stands in an entry: it keeps what was stored from being guessed.
     *
     * @param random 16 bytes, for this entry alone
     */
    public static String salt(byte[] random) {
        return Text.base64Url(random);
    }

    /** @throws Malformed unless {@code bytes} are one in its canonical form, with exactly these members */
    public static LogEntry parse(byte[] bytes) {
        Map<String, Object> members = CanonicalJson.read(ofAllowedLength(bytes), "An entry");
        if (!members.keySet().equals(MEMBERS) || !members.get("v").equals(VERSION)) {
            throw new Malformed("An entry has exactly these members: " + String.join(", ", MEMBERS) + "; and v is 1.");
        }
        return new LogEntry(
                text(members, "agg"),
                text(members, "aggId"),
                text(members, "eventId"),
                number(members, "gidx"),
                text(members, "meta"),
                text(members, "payload"),
                text(members, "rev"),
                text(members, "salt"),
                number(members, "seq"),
                text(members, "ts"),
                text(members, "type"));
    }

    private static String text(Map<String, Object> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new Malformed("The member " + name + " of an entry is a string.");
    }

    private static long number(Map<String, Object> members, String name) {
        if (members.get(name) instanceof Long number) {
            return number;
        }
        throw new Malformed("The member " + name + " of an entry is a whole number.");
    }

    /**
     * In its canonical form, of which the leaf is the hash.
     *
     * @throws Malformed when it is longer than an entry may be
     */
    public byte[] bytes() {
        Map<String, Object> members = new HashMap<>();
        members.put("agg", agg);
        members.put("aggId", aggId);
        members.put("eventId", eventId);
        members.put("gidx", gidx);
        members.put("meta", meta);
        members.put("payload", payload);
        members.put("rev", rev);
        members.put("salt", salt);
        members.put("seq", seq);
        members.put("ts", ts);
        members.put("type", type);
        members.put("v", VERSION);
        return ofAllowedLength(CanonicalJson.bytes(members));
    }

    private static byte[] ofAllowedLength(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new Malformed("An entry has at most " + LONGEST + " bytes, not " + bytes.length + ".");
        }
        return bytes;
    }

    public Hash leaf() {
        return Hash.leaf(bytes());
    }

    /** Whether these are the stored bytes that it was made of. */
    public boolean names(byte[] storedPayload, byte[] storedMeta) {
        return payload.equals(hash(storedPayload)) && meta.equals(hash(storedMeta));
    }
}
