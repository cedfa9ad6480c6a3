package org.trm.query.audit.sealing;

/**
 * That what was sealed about a person was taken out of the stored events of her case, after she was erased.
 *
 * @param erasedBy the leaf of the event that says that she was erased; null while it waits to be sealed
 * @param recordedBy the leaf of the event that says that this was done; null while it waits to be sealed
 */
public record Redaction(Long erasedBy, Long recordedBy) {
    String sentence() {
        return "what was sealed about the person was taken out after she was erased (" + place(erasedBy) + "), as "
                + place(recordedBy) + " says";
    }

    private static String place(Long leaf) {
        return leaf == null ? "an event that is not sealed yet" : "leaf " + leaf;
    }
}
