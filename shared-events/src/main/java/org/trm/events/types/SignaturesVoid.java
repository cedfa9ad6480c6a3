package org.trm.events.types;

/** Why signatures under a departure no longer count. */
public enum SignaturesVoid {
    GUARD_TURNED_FALSE,
    GUARD_LAPSED,
    DEPARTURE_WINDOW_PASSED
}
