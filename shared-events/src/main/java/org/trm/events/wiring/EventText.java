package org.trm.events.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What the code of an event is made of: all that its leaf of the log says, but for its place in the table, which the database
 * gives it later, and the salt. A line each; none has a line of its own in it, so that no two events have one text.
 *
 * @param about what kind of thing it happened to
 * @param aboutId which one
 * @param number where it stands among what happened to that one thing, from 0
 * @param revision of its type; empty when it has none
 * @param time as it is stored
 * @param payload the hash of its stored payload, as it stands in a log entry
 * @param metadata the same of its stored metadata without the code
 */
public record EventText(
        String about,
        String aboutId,
        long number,
        String id,
        String type,
        String revision,
        String time,
        String payload,
        String metadata) {
    private static final String FORM = "trm/event/v1";

    byte[] bytes() {
        return String.join(
                        "\n", FORM, about, aboutId, Long.toString(number), id, type, revision, time, payload, metadata)
                .getBytes(UTF_8);
    }
}
