package org.trm.events;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trm.events.types.Allowance;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.Optional;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ProcedureVersion;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Responsible;
import org.trm.events.types.Sealed;
import org.trm.events.types.TimeLimit;

/**
 * One example of every event with all in it that it can hold, and the same without what it can do without. Golden files
 * show how they are stored; other tests ask by them whether every event was thought of.
 */
public final class Samples {
    static final CaseId CASE = CaseId.of("019c9f3e-6a40-7d21-93c5-5f0e8a1b2c3d");
    static final ReferralId REFERRAL = ReferralId.of("019c9f41-0b80-7e32-84d6-60ff9b2c3d4e");
    static final CountryCode BG = CountryCode.of("BG");
    static final CountryCode RO = CountryCode.of("RO");
    static final Responsible BG_FOCAL_POINT = new Responsible(BG, OrganisationId.of("BG-NCCTHB"));
    static final Responsible RO_FOCAL_POINT = new Responsible(RO, OrganisationId.of("RO-ANITP"));
    static final ProcedureVersion BG_PROCEDURE = new ProcedureVersion(BG, 1);
    static final ProcedureVersion RO_PROCEDURE = new ProcedureVersion(RO, 3);
    static final LocalDate DAY = LocalDate.parse("2026-03-02");
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Instant LATER = Instant.parse("2026-09-01T21:00:00Z");

    private static final Map<Class<?>, Object> FULL = Stream.of(
                    CaseSamples.EVENTS, ReferralSamples.EVENTS, DirectorySamples.EVENTS)
            .<Object>flatMap(List::stream)
            .collect(Collectors.toMap(Object::getClass, Function.identity()));

    private Samples() {}

    static Deadline deadline(TimeLimit limit, ProcedureVersion procedure) {
        return new Deadline(
                limit,
                NOON,
                Instant.parse("2026-03-09T12:00:00.5Z"),
                Instant.parse("2026-03-16T12:00:00.5Z"),
                procedure);
    }

    /** The full example of an event. */
    public static <E> E full(Class<E> event) {
        return event.cast(Objects.requireNonNull(FULL.get(event), () -> "no sample of " + event.getName()));
    }

    /** The example without anything that is optional; equal to the full one when the event has nothing of that kind. */
    public static <E> E sparse(Class<E> event) {
        return event.cast(sparse(full(event)));
    }

    private static Object sparse(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<TimeLimit, Allowance> sparse = new EnumMap<>(TimeLimit.class);
            map.forEach((limit, allowance) -> sparse.put((TimeLimit) limit, (Allowance) sparse(allowance)));
            return sparse;
        }
        if (value instanceof Sealed sealed) {
            // It is recorded with what is sealed, which is taken out later, if at all.
            return new Sealed(
                    sealed.caseId(), sealed.epoch(), sealed.dataClass(), sealed.field(), null, sealed.ciphertext());
        }
        return value instanceof Record record ? sparse(record) : value;
    }

    private static Record sparse(Record value) {
        return rebuilt(
                value,
                component -> component.isAnnotationPresent(Optional.class) ? null : sparse(part(value, component)));
    }

    /** The same, with nothing in one of its components. */
    public static Record without(Record value, RecordComponent missing) {
        return with(value, missing, null);
    }

    /** The same, with something else in one of its components. */
    public static Record with(Record value, RecordComponent changed, Object part) {
        return rebuilt(
                value, component -> component.getName().equals(changed.getName()) ? part : part(value, component));
    }

    private static Record rebuilt(Record value, Function<RecordComponent, Object> parts) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return value.getClass()
                    .getDeclaredConstructor(types)
                    .newInstance(Stream.of(components).map(parts).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a record holds in one of its components. */
    public static Object part(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
