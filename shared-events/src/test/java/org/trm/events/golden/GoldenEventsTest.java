package org.trm.events.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trm.events.IntakeEvent.CaseOpened;
import org.trm.events.Samples;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.CaseReference;
import org.trm.events.types.CountryCode;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.Role;
import org.trm.events.wiring.EventCatalogue;
import org.trm.events.wiring.EventSerializer;
import org.trm.events.wiring.Provenance;
import org.trm.events.wiring.Upcasters;

/** What is stored today is what was stored on the first day, and what was stored on any day can be read. */
class GoldenEventsTest {
    private static final Provenance PROVENANCE = new Provenance(
            new Actor(
                    ActorKind.PERSON,
                    UUID.fromString("6b2f8a10-3c4d-5e6f-9a7b-8c9d0e1f2a3b"),
                    "ministry",
                    OrganisationId.of("BG-NCCTHB"),
                    CountryCode.of("BG"),
                    Role.NATIONAL_FOCAL_POINT),
            UUID.fromString("2d9c1f40-5a6b-5c7d-8e9f-0a1b2c3d4e5f"),
            "019c9f3e-6a3f-7abc-8def-0123456789ab",
            "019c9f3e-6a3f-7abc-8def-0123456789ab");
    private static final EventSerializer SERIALIZER = new EventSerializer();

    @TestFactory
    Stream<DynamicTest> anEventIsStoredInExactlyTheBytesOfItsGoldenFile() {
        return Golden.all().stream()
                .filter(Golden::current)
                .map(golden -> DynamicTest.dynamicTest(golden.file(), () -> {
                    byte[] stored =
                            SERIALIZER.serialize(golden.sample(), byte[].class).getData();
                    assertThat(text(stored)).isEqualTo(text(GoldenFolder.read(golden.file(), stored)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> aGoldenFileIsReadAsTheEventThatWasStored() {
        return Golden.all().stream()
                .map(golden -> DynamicTest.dynamicTest(golden.file(), () -> {
                    Object event = read(golden);
                    assertThat(event).isInstanceOf(golden.event());
                    if (golden.current()) {
                        assertThat(event).isEqualTo(golden.sample());
                    }
                }));
    }

    /** The other golden files of an opening have a reference of two groups, as the first cases were given. */
    @Test
    void aReferenceOfThreeGroupsIsStoredAndReadAsItWasGiven() {
        Golden golden = new Golden(CaseOpened.class, "1", false);
        CaseOpened sample = (CaseOpened) golden.sample();
        CaseOpened opened = new CaseOpened(
                sample.caseId(),
                CaseReference.of(sample.responsible().country(), sample.caseId()),
                sample.responsible(),
                sample.detectionSource(),
                sample.minimalDataSet(),
                sample.occurredOn(),
                sample.deadline());
        byte[] stored = SERIALIZER.serialize(opened, byte[].class).getData();
        byte[] kept = GoldenFolder.read("references/" + golden.file(), stored);
        assertThat(text(stored)).isEqualTo(text(kept));
        assertThat(read(golden, kept)).isEqualTo(opened);
    }

    private static Object read(Golden golden) {
        return read(golden, golden.bytes());
    }

    private static Object read(Golden golden, byte[] bytes) {
        GenericDomainEventEntry<byte[]> entry = new GenericDomainEventEntry<>(
                "Case",
                "id",
                0,
                "event",
                "2026-03-02T12:00:00Z",
                golden.name(),
                golden.revision(),
                bytes,
                Golden.metadata());
        return EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(entry), SERIALIZER, Upcasters.chain())
                .next()
                .getPayload();
    }

    @Test
    void noGoldenFileBelongsToAnEventOrRevisionThatIsForgotten() {
        assertThat(GoldenFolder.files(""))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Golden.all().stream().map(Golden::file), Stream.of(Golden.METADATA))
                                .toList());
    }

    @TestFactory
    Stream<DynamicTest> aFullExampleLeavesNothingOut() {
        return EventCatalogue.all().values().stream()
                .map(event ->
                        DynamicTest.dynamicTest(event.getSimpleName(), () -> assertFull((Record) Samples.full(event))));
    }

    private static void assertFull(Record value) {
        Stream.of(value.getClass().getRecordComponents()).forEach(component -> {
            Object part = Samples.part(value, component);
            assertThat(part).as("%s of %s", component.getName(), value).isNotNull();
            if (part instanceof Record record) {
                assertFull(record);
            } else if (part instanceof Collection<?> several) {
                assertThat(several).as(component.getName()).isNotEmpty();
            } else if (part instanceof Map<?, ?> map) {
                map.values().forEach(each -> assertFull((Record) each));
            }
        });
    }

    @Test
    void whoActedAndByWhichRulesIsStoredInCanonicalBytes() {
        MetaData metaData = PROVENANCE.metaData().and(Provenance.PROCEDURE, "BG/1");
        assertThat(metaData.keySet()).isEqualTo(Provenance.KEYS);

        byte[] stored = SERIALIZER.serialize(metaData, byte[].class).getData();

        assertThat(text(stored)).isEqualTo(text(GoldenFolder.read(Golden.METADATA, stored)));
        MetaData read = SERIALIZER.deserialize(SERIALIZER.serialize(metaData, byte[].class));
        assertThat(read).isEqualTo(metaData);
        assertThat(Provenance.actor(read)).isEqualTo(PROVENANCE.actor());
    }

    @Test
    void everyEventHasALogicalNameOfItsOwnThatIsNoNameOfAClass() {
        List<Class<?>> events = Stream.of(org.trm.events.CaseEvent.class, org.trm.events.DirectoryEvent.class)
                .<Class<?>>flatMap(EventCatalogue::events)
                .toList();
        assertThat(EventCatalogue.all().values()).containsExactlyInAnyOrderElementsOf(events);
        EventCatalogue.all()
                .forEach((name, event) -> assertThat(name)
                        .matches("trm\\.(case|directory)\\.[A-Z][A-Za-z]+")
                        .isNotEqualTo(event.getName()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
