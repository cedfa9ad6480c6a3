package org.trm.query.history;

import java.util.Map;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.wiring.Provenance;

/**
 * An event of a case, and what was recorded with it of how it came about.
 *
 * @param correlationId the root of all that followed from one request
 * @param causationId what caused it directly
 * @param rules the version of the mechanism's own rules by which it was decided
 * @param procedure the version of a country's procedure that was applied, such as {@code RO/3}; null when none was
 */
public record Attested(
        Recorded<CaseEvent> recorded, String correlationId, String causationId, String rules, String procedure) {

    static Attested of(Recorded<CaseEvent> recorded, Map<String, ?> metaData) {
        return new Attested(
                recorded,
                (String) metaData.get(Provenance.CORRELATION_ID),
                (String) metaData.get(Provenance.CAUSATION_ID),
                (String) metaData.get(Provenance.RULES),
                (String) metaData.get(Provenance.PROCEDURE));
    }
}
