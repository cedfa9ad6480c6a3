package org.trm.events.wiring;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.Base64;
import org.trm.events.privacy.KeyStore;
import org.trm.events.privacy.KeysUnreachable;

/**
 * The codes by which an event is known to have been recorded by the mechanism: whoever can write to its database, and has not
 * its keys, cannot make one. HMAC-SHA-256 under a key of the key store that is used for nothing else, Base64 for URLs without
 * padding.
 */
public final class EventCodes {
    /** Under which the code stands in an event's metadata. */
    public static final String NAME = "mac";

    private static final String PURPOSE = "events";
    /** Another key, for there is one of these before there is the other; that there is the other ends it. */
    private static final String AFTERWARDS = "earlier-events";

    private final KeyStore keys;
    private volatile boolean begun;

    public EventCodes(KeyStore keys) {
        this.keys = keys;
    }

    /** Whether events are recorded with codes already: from then on no other one is given one. */
    public boolean begun() {
        if (!begun) {
            begun = keys.hasMacKey(PURPOSE);
        }
        return begun;
    }

    /** From now on events are recorded with codes. */
    public void begin() {
        keys.mac(PURPOSE, new byte[0]);
    }

    /**
     * The code of an event that is about to be recorded.
     *
     * @throws KeysUnreachable when the key cannot be reached, or is missing: another one would disown all events before
     */
    public String of(EventText event) {
        return code(begunPurpose(), event);
    }

    /** The code of an event that was recorded before events had one. */
    public String ofEarlier(EventText event) {
        return code(AFTERWARDS, event);
    }

    /**
     * Whether a code was made for this event, when it was recorded.
     *
     * @throws KeysUnreachable as {@link #of}
     */
    public boolean made(String code, EventText event) {
        return equal(code, of(event));
    }

    /** The same, of one that it was given afterwards. */
    public boolean madeEarlier(String code, EventText event) {
        begunPurpose();
        return keys.hasMacKey(AFTERWARDS) && equal(code, ofEarlier(event));
    }

    private static boolean equal(String code, String made) {
        return MessageDigest.isEqual(code.getBytes(US_ASCII), made.getBytes(US_ASCII));
    }

    private String begunPurpose() {
        if (!begun()) {
            throw new KeysUnreachable(
                    "The key macs/" + PURPOSE + ".key, by which the mechanism knows its events, is missing:"
                            + " put it back from its backup. In a new mechanism the command side makes it when it starts.",
                    null);
        }
        return PURPOSE;
    }

    private String code(String purpose, EventText event) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.mac(purpose, event.bytes()));
    }
}
