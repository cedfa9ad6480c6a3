package org.trm.events.wiring;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.CountryCode;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.Role;

/**
 * Who acted, on which command, and by which rules: what an event's metadata says, and nothing else.
 *
 * @param correlationId the root of all that followed from one request
 * @param causationId what caused this directly
 */
public record Provenance(Actor actor, UUID commandId, String correlationId, String causationId) {
    public static final String RULES = "rules";
    public static final String PROCEDURE = "procedure";

    /** The version of the mechanism's own rules by which new events are decided. */
    public static final String RULES_VERSION = "1";

    private static final String KIND = "actor.kind";
    private static final String ID = "actor.id";
    private static final String ISSUER = "actor.issuer";
    private static final String ORGANISATION = "actor.org";
    private static final String COUNTRY = "actor.country";
    private static final String ROLE = "actor.role";
    public static final String COMMAND_ID = "commandId";
    public static final String CORRELATION_ID = "correlationId";
    public static final String CAUSATION_ID = "causationId";

    /** All that an event's metadata may say. */
    public static final Set<String> KEYS = Set.of(
            KIND, ID, ISSUER, ORGANISATION, COUNTRY, ROLE, COMMAND_ID, CORRELATION_ID, CAUSATION_ID, RULES, PROCEDURE);

    /** As metadata of a command; its events get the same, and the procedure applied. */
    public MetaData metaData() {
        Map<String, String> map = new HashMap<>();
        map.put(KIND, actor.kind().name().toLowerCase(Locale.ROOT));
        map.put(ID, actor.id().toString());
        map.put(ISSUER, actor.issuer());
        put(map, ORGANISATION, actor.organisation());
        put(map, COUNTRY, actor.country());
        put(map, ROLE, actor.role());
        map.put(COMMAND_ID, commandId.toString());
        map.put(CORRELATION_ID, correlationId);
        map.put(CAUSATION_ID, causationId);
        map.put(RULES, RULES_VERSION);
        return MetaData.from(map);
    }

    private static void put(Map<String, String> map, String key, Object value) {
        if (value != null) {
            map.put(key, value.toString());
        }
    }

    /** @throws IllegalArgumentException when the metadata names no actor, which nothing recorded here lacks */
    public static Actor actor(Map<String, ?> metaData) {
        return new Actor(
                ActorKind.valueOf(text(metaData, KIND).toUpperCase(Locale.ROOT)),
                UUID.fromString(text(metaData, ID)),
                text(metaData, ISSUER),
                optional(metaData, ORGANISATION, OrganisationId::of),
                optional(metaData, COUNTRY, CountryCode::of),
                optional(metaData, ROLE, Role::valueOf));
    }

    /** An event of a case as it was recorded. */
    public static Recorded<CaseEvent> recorded(DomainEventMessage<?> message) {
        return new Recorded<>(
                (CaseEvent) message.getPayload(),
                message.getSequenceNumber() + 1,
                message.getTimestamp(),
                actor(message.getMetaData()),
                UUID.fromString(text(message.getMetaData(), COMMAND_ID)),
                text(message.getMetaData(), CORRELATION_ID));
    }

    private static String text(Map<String, ?> metaData, String key) {
        Object value = metaData.get(key);
        if (value == null) {
            throw new IllegalArgumentException("metadata without " + key);
        }
        return value.toString();
    }

    private static <T> T optional(Map<String, ?> metaData, String key, Function<String, T> value) {
        return metaData.get(key) == null ? null : value.apply(metaData.get(key).toString());
    }
}
