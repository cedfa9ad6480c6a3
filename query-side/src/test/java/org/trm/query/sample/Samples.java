package org.trm.query.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.trm.events.CaseEvent;
import org.trm.events.EmergencyEvent.EmergencyAccessOpened;
import org.trm.events.EmergencyEvent.EmergencyAccessReviewed;
import org.trm.events.IntakeEvent.CaseOpened;
import org.trm.events.ProtectionEvent.ReflectionPeriodGranted;
import org.trm.events.ReferralEvent;
import org.trm.events.ReferralEvent.ArrivalConfirmed;
import org.trm.events.ReferralEvent.CustodyTransferred;
import org.trm.events.ReferralEvent.DeadlineEscalated;
import org.trm.events.ReferralEvent.JourneyResumed;
import org.trm.events.ReferralEvent.ReferralDrafted;
import org.trm.events.TimeLimitEvent.CaseDeadlineEscalated;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.CitizenshipCode;
import org.trm.events.types.ContentHash;
import org.trm.events.types.CountryCode;
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Remainder;
import org.trm.events.types.Sealed;
import org.trm.events.types.TimeLimit;
import org.trm.events.wiring.EventCatalogue;

/** Events of every type with contents of every kind, the same for the same seed: what happens next need not make sense. */
public final class Samples {
    private static final List<String> COUNTRIES = List.of("BG", "RO", "DE", "NL", "BA", "XK");

    private final Random random;
    private EmergencyAccessId access;

    public Samples(long seed) {
        this.random = new Random(seed);
    }

    /** Made-up cases, of a few events and of many. */
    public static List<List<CaseEvent>> stories(long seed, int cases) {
        Samples samples = new Samples(seed);
        return IntStream.range(0, cases)
                .mapToObj(each -> samples.story(1 + samples.random.nextInt(40)))
                .toList();
    }

    /** The types of all events there are. */
    public static List<Class<? extends CaseEvent>> types() {
        return EventCatalogue.events(CaseEvent.class)
                .<Class<? extends CaseEvent>>map(type -> type.asSubclass(CaseEvent.class))
                .toList();
    }

    /** @param referral that of an event of a referral */
    public <E extends CaseEvent> E event(Class<E> type, CaseId id, ReferralId referral) {
        return record(type, ids(id, referral));
    }

    /**
     * A case of about this many events of any type. Each referral is drafted by the country that is responsible, before
     * anything happens in it, and what moves responsibility moves it from there.
     */
    public List<CaseEvent> story(int events) {
        Happenings of = new Happenings(new CaseId(uuid()));
        List<CaseEvent> story = new ArrayList<>(List.of(of.opened()));
        List<ReferralId> referrals = new ArrayList<>();
        CountryCode holder = Happenings.BG;
        while (story.size() < events) {
            Class<? extends CaseEvent> type = one(types());
            ReferralId referral = referrals.isEmpty() ? null : one(referrals);
            if (type == ReferralDrafted.class || type == CustodyTransferred.class) {
                referral = new ReferralId(uuid());
                referrals.add(referral);
                CountryCode other = other(holder);
                story.addAll(
                        type == CustodyTransferred.class
                                ? of.handover(referral, holder, other)
                                : List.of(draft(of.id(), referral, holder, other)));
                holder = type == CustodyTransferred.class ? other : holder;
            } else if (type != CaseOpened.class && (referral != null || !ReferralEvent.class.isAssignableFrom(type))) {
                story.addAll(prelude(type, of, referral));
                story.add(record(type, given(type, of.id(), referral)));
            }
        }
        return story;
    }

    /** What must have happened right before: who arrives has left, and what is escalated is running. */
    private List<CaseEvent> prelude(Class<?> type, Happenings of, ReferralId referral) {
        if (type == ArrivalConfirmed.class || type == JourneyResumed.class) {
            return List.of(of.departed(referral));
        }
        if (type == DeadlineEscalated.class) {
            return List.of(of.submitted(referral));
        }
        if (type == EmergencyAccessReviewed.class) {
            access = new EmergencyAccessId(uuid());
            return List.of(record(EmergencyAccessOpened.class, Map.of("caseId", of.id(), "accessId", access)));
        }
        return type == CaseDeadlineEscalated.class
                ? List.of(record(ReflectionPeriodGranted.class, Map.of("caseId", of.id())))
                : List.of();
    }

    private Map<String, Object> given(Class<?> type, CaseId id, ReferralId referral) {
        if (type == CaseDeadlineEscalated.class) {
            return Map.of("caseId", id, "limit", TimeLimit.REFLECTION);
        }
        if (type == EmergencyAccessReviewed.class) {
            return Map.of("caseId", id, "accessId", access);
        }
        return referral == null ? Map.of("caseId", id) : ids(id, referral);
    }

    private ReferralDrafted draft(CaseId id, ReferralId referral, CountryCode from, CountryCode to) {
        return record(ReferralDrafted.class, Map.of("caseId", id, "referralId", referral, "from", from, "to", to));
    }

    private CountryCode other(CountryCode country) {
        CountryCode other = CountryCode.of(one(COUNTRIES));
        return other.equals(country) ? other(country) : other;
    }

    private static Map<String, Object> ids(CaseId id, ReferralId referral) {
        return Map.of("caseId", id, "referralId", referral);
    }

    private <T> T record(Class<T> type, Map<String, Object> given) {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(parts)
                .map(part -> given.containsKey(part.getName())
                        ? given.get(part.getName())
                        : value(part.getType(), part.getGenericType(), part.getName()))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private Object value(Class<?> type, Type generic, String name) {
        if (type.isEnum()) {
            return one(List.of(type.getEnumConstants()));
        }
        if (type == Set.class) {
            Class<?> element = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
            Set<Object> some = new LinkedHashSet<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                some.add(
                        element == Remainder.class
                                ? new Remainder(1L + i, ContentHash.of(name.getBytes(UTF_8)))
                                : one(List.of(element.getEnumConstants())));
            }
            return some;
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == int.class) {
            return 1 + random.nextInt(9);
        }
        if (type == Long.class) {
            return random.nextBoolean() ? null : 1L;
        }
        if (type == LocalDate.class) {
            return Happenings.DAY.plusDays(random.nextInt(400));
        }
        if (type == Instant.class) {
            return Happenings.NOON.plusSeconds(random.nextInt(40_000_000));
        }
        return code(type, name);
    }

    private Object code(Class<?> type, String name) {
        String country = one(COUNTRIES);
        if (type == UUID.class) {
            return uuid();
        }
        if (type == CountryCode.class) {
            return CountryCode.of(country);
        }
        if (type == CitizenshipCode.class) {
            return new CitizenshipCode(random.nextBoolean() ? "XXA" : country);
        }
        if (type == OrganisationId.class) {
            return OrganisationId.of(country + "-NRM");
        }
        if (type == LanguageCode.class) {
            return new LanguageCode(one(List.of("ron", "rom", "sqi", "und")));
        }
        if (type == CaseReference.class) {
            return CaseReference.of(CountryCode.of(country), new CaseId(uuid()));
        }
        if (type == Sealed.class) {
            PersonalField field = PersonalField.values()[random.nextInt(PersonalField.values().length)];
            return new Sealed(new CaseId(uuid()), 1 + random.nextInt(2), field.dataClass(), field, uuid(), "c2VhbGVk");
        }
        if (type == ContentHash.class) {
            return ContentHash.of(name.getBytes(UTF_8));
        }
        if (type.isRecord()) {
            return record(type, Map.of());
        }
        throw new IllegalStateException("no sample of " + type + " for " + name);
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private UUID uuid() {
        return new UUID(random.nextLong() & ~0xF000L | 0x7000L, random.nextLong() & ~(3L << 62) | 2L << 62);
    }
}
