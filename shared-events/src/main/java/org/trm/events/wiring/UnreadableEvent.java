package org.trm.events.wiring;

import org.axonframework.serialization.SerializationException;

/** A stored event that cannot be read: whoever reads stops loudly and never skips it. */
public final class UnreadableEvent extends SerializationException {
    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String message) {
        super(message);
    }

    public UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
