package org.trm.command.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Collects what is wrong with a body, field by field. */
final class FieldErrors {
    /** A body with more faults than this is not worth listing further. */
    private static final int AT_MOST = 50;

    /** A name that looks like a field's may be repeated; anything else could be a value in the wrong place. */
    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");

    private final List<FieldError> errors = new ArrayList<>();

    void add(String pointer, String code, String detail) {
        if (errors.size() < AT_MOST) {
            errors.add(new FieldError(pointer, code, detail));
        }
    }

    private void unknown(String parent, String name) {
        String pointer = FIELD_NAME.matcher(name).matches() ? parent + "/" + name : parent;
        add(pointer, "UNKNOWN_FIELD", "is not a field of this act");
    }

    /** The place in a body as far as the names on the way there look like a field's. */
    static String pointer(JsonPointer place) {
        StringBuilder pointer = new StringBuilder();
        for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
            if (rest.getMatchingIndex() < 0
                    && !FIELD_NAME.matcher(rest.getMatchingProperty()).matches()) {
                break;
            }
            pointer.append('/').append(rest.getMatchingProperty());
        }
        return pointer.toString();
    }

    /** Every field of an object that is none of these. */
    void unknownBeside(Set<String> known, JsonNode object, String pointer) {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                unknown(pointer, name);
            }
        }
    }

    int count() {
        return errors.size();
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new Unanswerable(Problem.of(Fault.CONTENT_INVALID, List.copyOf(errors)));
        }
    }
}
