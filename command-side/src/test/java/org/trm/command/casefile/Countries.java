package org.trm.command.casefile;

import static org.trm.events.types.TimeSpan.days;
import static org.trm.events.types.TimeSpan.hours;
import static org.trm.events.types.TimeSpan.months;
import static org.trm.events.types.TimeSpan.workingDays;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.Allowance;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Mechanism;
import org.trm.events.types.Mechanism.DataProtection;
import org.trm.events.types.Need;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.Procedure;
import org.trm.events.types.ProcedureVersion;
import org.trm.events.types.Role;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.TimeSpan;
import org.trm.events.types.ZoneCode;

/** Four countries with the default procedure: three of the European Union, and Albania outside it. */
public final class Countries implements Directory {
    public static final CountryCode BG = CountryCode.of("BG");
    public static final CountryCode RO = CountryCode.of("RO");
    public static final CountryCode DE = CountryCode.of("DE");
    public static final CountryCode AL = CountryCode.of("AL");

    private static final Set<CountryCode> ALL = Set.of(BG, RO, DE, AL);

    private static final Set<Need> MANDATORY = Set.of(Need.SHELTER, Need.MEDICAL);

    private final Set<CountryCode> paused = new HashSet<>();
    private final Map<CountryCode, InForce> republished = new HashMap<>();
    private final Set<OrganisationId> further = new HashSet<>();

    public static OrganisationId focalPointOf(CountryCode country) {
        return OrganisationId.of(country + "-NRM");
    }

    /** Somebody of the country's focal point organisation; the same country and role always give the same person. */
    public static Actor person(CountryCode country, Role role) {
        UUID id = UUID.nameUUIDFromBytes((country + role.name()).getBytes());
        return new Actor(ActorKind.PERSON, id, "test", focalPointOf(country), country, role);
    }

    /** One more organisation of its country. */
    void authorise(OrganisationId organisation) {
        further.add(organisation);
    }

    private Set<OrganisationId> organisations(CountryCode country) {
        Set<OrganisationId> all = new HashSet<>(Set.of(focalPointOf(country)));
        further.stream().filter(o -> o.value().startsWith(country + "-")).forEach(all::add);
        return all;
    }

    void pause(CountryCode country) {
        paused.add(country);
    }

    /** The country publishes its procedure anew, with other needs that must be answered. */
    void republish(CountryCode country, Set<Need> mandatoryNeeds) {
        int next = procedure(country).version().version() + 1;
        republished.put(country, new InForce(new ProcedureVersion(country, next), procedure(mandatoryNeeds)));
    }

    @Override
    public Optional<Mechanism> mechanism(CountryCode country) {
        DataProtection law = country.equals(AL) ? DataProtection.OTHER : DataProtection.EUROPEAN_ECONOMIC_AREA;
        return ALL.contains(country)
                ? Optional.of(new Mechanism(country, focalPointOf(country), organisations(country), law))
                : Optional.empty();
    }

    @Override
    public boolean takesReferrals(CountryCode country) {
        return ALL.contains(country) && !paused.contains(country);
    }

    @Override
    public boolean hasProcedure(CountryCode country) {
        return ALL.contains(country);
    }

    @Override
    public InForce procedure(CountryCode country) {
        if (!ALL.contains(country)) {
            throw new NoSuchElementException(country.value());
        }
        InForce first = new InForce(new ProcedureVersion(country, 1), procedure(MANDATORY));
        return republished.getOrDefault(country, first);
    }

    private static Procedure procedure(Set<Need> mandatoryNeeds) {
        return new Procedure(
                allowances(),
                30,
                90,
                180,
                mandatoryNeeds,
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                new ZoneCode("Europe/Sofia"));
    }

    private static Map<TimeLimit, Allowance> allowances() {
        Map<TimeLimit, Allowance> all = new EnumMap<>(TimeLimit.class);
        for (TimeLimit limit : TimeLimit.values()) {
            all.put(limit, allowance(limit));
        }
        return all;
    }

    private static Allowance allowance(TimeLimit limit) {
        return switch (limit) {
            case REASONABLE_GROUNDS -> escalating(workingDays(5));
            case REFLECTION -> escalating(days(7));
            case DRAFT, INFORMATION, CONDITIONS -> new Allowance(workingDays(15), workingDays(20));
            case ACKNOWLEDGEMENT -> new Allowance(workingDays(2), workingDays(10));
            case EMERGENCY_ACKNOWLEDGEMENT -> new Allowance(hours(4), workingDays(10));
            case DECISION -> new Allowance(workingDays(10), days(30));
            case CHILD_DECISION -> new Allowance(workingDays(5), days(30));
            case PREPARATION -> new Allowance(days(45), days(60));
            case DEPARTURE -> new Allowance(days(11), days(14));
            case ARRIVAL, INTERRUPTION, HANDOVER -> escalating(hours(24));
            case MONITORING -> escalating(days(7));
            case EMERGENCY_REVIEW -> escalating(hours(72));
            case RETENTION -> escalating(months(36));
        };
    }

    private static Allowance escalating(TimeSpan span) {
        return new Allowance(span, null);
    }
}
