package org.trm.query.projection;

import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.CountryCode;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.Role;

/** Reads an event with its metadata as views receive it. */
public final class RecordedProjection {
    private RecordedProjection() {}

    public static Recorded<CaseEvent> of(EventMessage<?> event) {
        DomainEventMessage<?> ofCase = (DomainEventMessage<?>) event;
        return new Recorded<>(
                (CaseEvent) event.getPayload(),
                ofCase.getSequenceNumber() + 1,
                event.getTimestamp(),
                actor(event.getMetaData()));
    }

    private static Actor actor(MetaData data) {
        return new Actor(
                ActorKind.valueOf(text(data, "actor.kind")),
                UUID.fromString(text(data, "actor.id")),
                text(data, "actor.issuer"),
                data.containsKey("actor.org") ? OrganisationId.of(text(data, "actor.org")) : null,
                data.containsKey("actor.country") ? CountryCode.of(text(data, "actor.country")) : null,
                data.containsKey("actor.role") ? Role.valueOf(text(data, "actor.role")) : null);
    }

    private static String text(MetaData data, String key) {
        return (String) data.get(key);
    }
}
