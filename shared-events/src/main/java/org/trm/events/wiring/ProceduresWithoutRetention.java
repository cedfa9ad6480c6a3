package org.trm.events.wiring;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.trm.events.DirectoryEvent.ProcedurePublished;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.TimeSpan.Unit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** In its first revision a procedure allowed nothing yet for retention and for reviews: the defaults count. */
final class ProceduresWithoutRetention extends SingleEventUpcaster {
    private static final String PUBLISHED = EventCatalogue.nameOf(ProcedurePublished.class);

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().getName().equals(PUBLISHED)
                && event.getType().getRevision().equals("1");
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(new SimpleSerializedType(PUBLISHED, "2"), JsonNode.class, json -> {
            ObjectNode allowances = (ObjectNode) json.get("procedure").get("allowances");
            allow(allowances, TimeLimit.EMERGENCY_REVIEW, 72, Unit.HOURS);
            allow(allowances, TimeLimit.RETENTION, 36, Unit.MONTHS);
            return json;
        });
    }

    private static void allow(ObjectNode allowances, TimeLimit limit, int amount, Unit unit) {
        allowances
                .putObject(limit.name())
                .putObject("escalates")
                .put("amount", amount)
                .put("unit", unit.name());
    }
}
