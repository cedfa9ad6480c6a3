package org.trm.events.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.events.CaseEvent;
import org.trm.events.IntakeEvent.NeedsAssessed;
import org.trm.events.Samples;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.proof.LogEntry;

/** What is stored of an event bears the code of what is stored. */
class CodedEventsTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:15:30.120Z");

    private final EventSerializer serializer = new EventSerializer();

    @TempDir
    private Path folder;

    private EventCodes codes;
    private CodedEvents interceptor;

    @BeforeEach
    void begin() {
        codes = new EventCodes(FileKeyStore.in(folder.resolve("keys"), folder.resolve("erased")));
        codes.begin();
        interceptor = new CodedEvents(serializer, codes);
    }

    private static DomainEventMessage<CaseEvent> recorded(Map<String, String> metadata) {
        return new GenericDomainEventMessage<>(
                "Case", "a case", 3, (CaseEvent) Samples.full(NeedsAssessed.class), metadata, "an id", AT);
    }

    private DomainEventMessage<?> coded(EventMessage<?> event) {
        return (DomainEventMessage<?>) interceptor.handle(List.of(event)).apply(0, event);
    }

    @Test
    void its_code_is_made_for_the_bytes_that_are_stored() {
        DomainEventMessage<?> event = coded(recorded(Map.of("actor.kind", "clock", "rules", "1")));
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        CodedMetadata metadata = CodedMetadata.of(
                event.serializeMetaData(serializer, byte[].class).getData());
        EventText stored = new EventText(
                "Case",
                "a case",
                3,
                "an id",
                payload.getType().getName(),
                payload.getType().getRevision(),
                "2026-11-23T10:15:30.120Z",
                LogEntry.hash(payload.getData()),
                LogEntry.hash(metadata.rest()));

        assertThat(codes.made(metadata.code().orElseThrow(), stored)).isTrue();
        assertThat(new String(metadata.rest())).isEqualTo("{\"actor.kind\":\"clock\",\"rules\":\"1\"}");
    }

    @Test
    void nothing_else_of_it_is_changed() {
        DomainEventMessage<CaseEvent> event = recorded(Map.of("rules", "1"));
        DomainEventMessage<?> coded = coded(event);

        assertThat(coded.getPayload()).isSameAs(event.getPayload());
        assertThat(coded.getIdentifier()).isEqualTo("an id");
        assertThat(coded.getTimestamp()).isEqualTo(AT);
        assertThat(coded.getMetaData().withoutKeys(Set.of(EventCodes.NAME))).isEqualTo(event.getMetaData());
    }

    @Test
    void it_is_serialised_once() {
        DomainEventMessage<CaseEvent> event = recorded(Map.of("rules", "1"));

        assertThat(coded(event).serializePayload(serializer, byte[].class).getData())
                .isSameAs(event.serializePayload(serializer, byte[].class).getData());
    }

    @Test
    void a_code_that_somebody_brings_counts_for_nothing() {
        DomainEventMessage<?> once = coded(recorded(Map.of("rules", "1")));

        assertThat(coded(recorded(Map.of("rules", "1", "mac", "forged"))).getMetaData())
                .isEqualTo(once.getMetaData());
        assertThat(coded(once).getMetaData()).isEqualTo(once.getMetaData());
    }

    @Test
    void what_is_added_to_it_later_is_added() {
        EventMessage<?> more = coded(recorded(Map.of("rules", "1"))).andMetaData(Map.of("more", "x"));

        assertThat(more.getMetaData()).containsKeys("rules", "mac", "more");
        assertThat(more.withMetaData(Map.of("other", "y")).getMetaData()).isEqualTo(Map.of("other", "y"));
    }
}
