package org.trm.events.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.junit.jupiter.api.Test;
import org.trm.events.ClosingEvent.CaseClosed;
import org.trm.events.DirectoryEvent.ProcedurePublished;
import org.trm.events.golden.Golden;
import org.trm.events.types.Allowance;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.ProcedureVersion;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.TimeSpan;

/** What was stored in a revision that is not written any more says the same as ever, and what it could not say by default. */
class PastRevisionsTest {
    private static final EventSerializer SERIALIZER = new EventSerializer();

    @Test
    void aPersonWhoseCaseWasClosedBeforeClosuresSaidSoIsKeptForThreeYearsFromThenOn() {
        CaseClosed closed = (CaseClosed) read(new Golden(CaseClosed.class, "1", true), "2024-02-29T22:30:00.123Z");

        assertThat(closed.deadline())
                .isEqualTo(new Deadline(
                        TimeLimit.RETENTION,
                        Instant.parse("2024-02-29T22:30:00.123Z"),
                        Instant.parse("2027-02-28T22:30:00.123Z"),
                        null,
                        new ProcedureVersion(CountryCode.of("BG"), 1)));
        assertThat(closed.occurredOn()).isNull();
    }

    @Test
    void aProcedureThatWasPublishedBeforeAllowsTheDefaults() {
        ProcedurePublished published =
                (ProcedurePublished) read(new Golden(ProcedurePublished.class, "1", false), "2026-03-02T12:00:00Z");

        assertThat(published.procedure().allowances())
                .containsEntry(TimeLimit.EMERGENCY_REVIEW, new Allowance(TimeSpan.hours(72), null))
                .containsEntry(TimeLimit.RETENTION, new Allowance(TimeSpan.months(36), null))
                .containsEntry(TimeLimit.ARRIVAL, new Allowance(TimeSpan.hours(24), TimeSpan.months(1)))
                .hasSize(4);
    }

    private static Object read(Golden golden, String storedAt) {
        GenericDomainEventEntry<byte[]> entry = new GenericDomainEventEntry<>(
                "Case",
                "id",
                0,
                "event",
                storedAt,
                golden.name(),
                golden.revision(),
                golden.bytes(),
                Golden.metadata());
        return EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(entry), SERIALIZER, SERIALIZER.upcasters())
                .next()
                .getPayload();
    }
}
