package org.trm.query.audit.sealing;

import java.util.Arrays;

/** What is sealed: each kind of record in a log of its own. */
public enum LogName {
    /** What happened, to cases and in the directory. */
    EVENTS("events", ""),
    /** Who opened what about a person. */
    READINGS("readings", "/readings");

    private final String key;
    private final String path;

    LogName(String key, String path) {
        this.key = key;
        this.path = path;
    }

    /** @throws IllegalArgumentException when no log is called so */
    public static LogName of(String key) {
        return Arrays.stream(values())
                .filter(log -> log.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no log of " + key));
    }

    /** As it stands in the database. */
    public String key() {
        return key;
    }

    /** What follows the origin of the log of events in this one's. */
    public String path() {
        return path;
    }
}
