package org.trm.events.types;

import java.util.UUID;

/** An identifier that is a UUID (version 7 when we make it) and prints as nothing but that UUID. */
public interface Id {
    UUID value();
}
