package org.trm.events.wiring;

import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.trm.events.ClosingEvent.CaseClosed;
import org.trm.events.types.TimeLimit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * In its first revision a closure did not say for how long the person is remembered after it. Whoever was closed then is
 * kept for as long as procedures said by default when that was first asked, counted in UTC.
 */
final class ClosuresWithoutRetention extends SingleEventUpcaster {
    private static final String CLOSED = EventCatalogue.nameOf(CaseClosed.class);

    /** Regulation (EU) 1024/2012 art. 14. */
    private static final int YEARS = 3;

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().getName().equals(CLOSED)
                && event.getType().getRevision().equals("1");
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        Instant closed = event.getTimestamp();
        String procedure =
                event.getMetaData().getObject().get(Provenance.PROCEDURE).toString();
        return event.upcastPayload(new SimpleSerializedType(CLOSED, "2"), JsonNode.class, json -> {
            ObjectNode deadline = ((ObjectNode) json).putObject("deadline");
            deadline.put("limit", TimeLimit.RETENTION.name())
                    .put("startsAt", closed.toString())
                    .put(
                            "escalatesAt",
                            closed.atOffset(ZoneOffset.UTC)
                                    .plusYears(YEARS)
                                    .toInstant()
                                    .toString());
            int slash = procedure.indexOf('/');
            deadline.putObject("procedure")
                    .put("country", procedure.substring(0, slash))
                    .put("version", Integer.parseInt(procedure.substring(slash + 1)));
            return json;
        });
    }
}
