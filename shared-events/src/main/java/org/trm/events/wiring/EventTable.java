package org.trm.events.wiring;

import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/** The table in which PostgreSQL keeps the events, by the names of its migration. */
public final class EventTable {
    public static final String NAME = "events.domain_event";

    /** The aggregate type under which cases are stored. */
    public static final String CASE = "Case";

    private EventTable() {}

    public static EventSchema schema() {
        return EventSchema.builder()
                .eventTable(NAME)
                .globalIndexColumn("global_index")
                .eventIdentifierColumn("event_identifier")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .typeColumn("type")
                .timestampColumn("time_stamp")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .build();
    }
}
