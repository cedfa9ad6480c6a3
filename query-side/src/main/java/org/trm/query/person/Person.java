package org.trm.query.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.trm.events.types.CaseId;
import org.trm.events.types.DataClass;
import org.trm.events.types.DocumentId;
import org.trm.events.types.Personal;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Relation;
import org.trm.events.types.Withholding;
import tools.jackson.databind.JsonNode;

/** What a reader is shown of the person, field by field. */
public record Person(
        CaseId caseId,
        long version,
        Relation relation,
        ReadingPurpose purpose,
        List<Field> fields,
        List<Document> documents) {

    /** A document that is for her: what it is; its content is read by itself. */
    public record Document(DocumentId documentId, Field described) {}

    /**
     * What was recorded of a field, and then something else.
     *
     * @param replacedIn the version of the case in which the next of what she can open was recorded
     */
    public record Replaced(Field was, long replacedIn) {}

    /** Whether a field is shown, and if not, why. */
    public enum State {
        KNOWN,
        WITHHELD,
        ERASED,
        UNAVAILABLE
    }

    /**
     * One field.
     *
     * @param value as its recorder sent it; null unless it is known
     * @param reason why it is withheld; null unless it is
     * @param since when it was erased; null unless it was
     * @param recordedIn the version of the case in which it was recorded; null unless it is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Field(
            PersonalField field,
            DataClass dataClass,
            State state,
            @Schema(implementation = Object.class) JsonNode value,
            Withholding reason,
            Instant since,
            Long recordedIn,
            Instant recordedAt,
            LocalDate occurredOn) {

        /** @param of what was recorded; null when the reader may not know whether anything was */
        static Field of(PersonalField field, Personal<JsonNode> personal, PersonRow.Value of) {
            if (personal instanceof Personal.Known<JsonNode> known) {
                return new Field(
                        field,
                        field.dataClass(),
                        State.KNOWN,
                        known.value(),
                        null,
                        null,
                        of.version(),
                        of.at(),
                        of.occurredOn());
            } else if (personal instanceof Personal.Withheld<JsonNode> withheld) {
                return bare(field, State.WITHHELD, withheld.reason(), null);
            } else if (personal instanceof Personal.Erased<JsonNode> erased) {
                return bare(field, State.ERASED, null, erased.since());
            }
            return bare(field, State.UNAVAILABLE, null, null);
        }

        private static Field bare(PersonalField field, State state, Withholding reason, Instant since) {
            return new Field(field, field.dataClass(), state, null, reason, since, null, null, null);
        }

        /** Never the value: what prints it could be a log. */
        @Override
        public String toString() {
            return field + " " + state + " " + recordedIn;
        }
    }
}
