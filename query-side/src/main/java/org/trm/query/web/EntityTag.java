package org.trm.query.web;

import org.springframework.http.ResponseEntity;
import org.trm.events.types.Relation;

/**
 * The entity tag of what a reader sees of one case: the case's version, by which an act can be made conditional, and a
 * hash of what else the answer follows from.
 */
public final class EntityTag {
    private EntityTag() {}

    /** Answers with the tag; Spring makes it a 304 when the client has this already. */
    public static <T> ResponseEntity<T> answer(long version, Relation relation, String view, T body) {
        return ResponseEntity.ok().eTag(of(version, relation, view)).body(body);
    }

    static String of(long version, Relation relation, String view) {
        return "\"" + version + "-" + Integer.toHexString((relation.name() + '/' + view).hashCode()) + "\"";
    }
}
