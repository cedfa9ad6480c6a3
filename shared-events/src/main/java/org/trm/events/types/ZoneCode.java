package org.trm.events.types;

import java.time.ZoneId;

/** A time zone by its IANA id, such as {@code Europe/Sofia}. */
public record ZoneCode(String value) implements Code {
    public ZoneCode {
        if (value == null || !ZoneId.getAvailableZoneIds().contains(value)) {
            throw new IllegalArgumentException("must be an IANA time zone such as Europe/Sofia");
        }
    }

    public ZoneId zone() {
        return ZoneId.of(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
