package org.trm.command.directory;

import static org.trm.events.types.TimeSpan.days;
import static org.trm.events.types.TimeSpan.hours;
import static org.trm.events.types.TimeSpan.months;
import static org.trm.events.types.TimeSpan.workingDays;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trm.events.types.Allowance;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Mechanism;
import org.trm.events.types.Mechanism.DataProtection;
import org.trm.events.types.Need;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.Procedure;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.TimeSpan;
import org.trm.events.types.ZoneCode;

/**
 * An example set to begin with: the European Union, the Western Balkans, Moldova, Ukraine and Türkiye. Organisations and
 * values are examples; each country publishes its own.
 *
 * @param focalPoint the second half of the focal point's code, as in {@code BG-NCCTHB}
 * @param reflectionDays the country's shortest reflection period
 */
record ExampleMechanism(CountryCode country, String focalPoint, String zone, int reflectionDays) {
    static final Set<CountryCode> EUROPEAN_UNION =
            countries("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK");

    /** The members of the Network of Anti-Trafficking Coordinators of South-East Europe. */
    static final Set<CountryCode> SOUTH_EAST_EUROPE = countries("AL BA BG HR MD ME MK RO RS SI XK");

    static final List<ExampleMechanism> ALL = List.of(
            of("AT", "Europe/Vienna"),
            of("BE", "Europe/Brussels", 45),
            new ExampleMechanism(CountryCode.of("BG"), "NCCTHB", "Europe/Sofia", 30),
            of("CY", "Asia/Nicosia"),
            of("CZ", "Europe/Prague", 60),
            new ExampleMechanism(CountryCode.of("DE"), "KOK", "Europe/Berlin", 90),
            of("DK", "Europe/Copenhagen"),
            of("EE", "Europe/Tallinn"),
            of("ES", "Europe/Madrid", 90),
            of("FI", "Europe/Helsinki"),
            of("FR", "Europe/Paris"),
            of("GR", "Europe/Athens", 90),
            of("HR", "Europe/Zagreb", 60),
            of("HU", "Europe/Budapest"),
            of("IE", "Europe/Dublin", 60),
            of("IT", "Europe/Rome"),
            of("LT", "Europe/Vilnius"),
            of("LU", "Europe/Luxembourg", 90),
            of("LV", "Europe/Riga"),
            of("MT", "Europe/Malta", 60),
            of("NL", "Europe/Amsterdam", 90),
            of("PL", "Europe/Warsaw", 90),
            of("PT", "Europe/Lisbon"),
            new ExampleMechanism(CountryCode.of("RO"), "ANITP", "Europe/Bucharest", 90),
            of("SE", "Europe/Stockholm"),
            of("SI", "Europe/Ljubljana", 90),
            of("SK", "Europe/Bratislava"),
            new ExampleMechanism(CountryCode.of("AL"), "ONAC", "Europe/Tirane", 90),
            of("BA", "Europe/Sarajevo"),
            of("ME", "Europe/Podgorica", 90),
            of("MK", "Europe/Skopje", 60),
            of("RS", "Europe/Belgrade", 90),
            of("XK", "Europe/Belgrade"),
            of("MD", "Europe/Chisinau"),
            of("UA", "Europe/Kyiv"),
            of("TR", "Europe/Istanbul"));

    private static ExampleMechanism of(String country, String zone) {
        return of(country, zone, 30);
    }

    private static ExampleMechanism of(String country, String zone, int reflectionDays) {
        return new ExampleMechanism(CountryCode.of(country), "NRM", zone, reflectionDays);
    }

    Mechanism mechanism() {
        Set<OrganisationId> organisations =
                Stream.of(focalPoint, "NGO1", "POLICE").map(this::organisation).collect(Collectors.toSet());
        return new Mechanism(
                country,
                organisation(focalPoint),
                organisations,
                EUROPEAN_UNION.contains(country) ? DataProtection.EUROPEAN_ECONOMIC_AREA : DataProtection.OTHER);
    }

    private OrganisationId organisation(String name) {
        return OrganisationId.of(country + "-" + name);
    }

    Procedure procedure() {
        Map<TimeLimit, Allowance> allowances =
                Arrays.stream(TimeLimit.values()).collect(Collectors.toMap(l -> l, ExampleMechanism::allowance));
        return new Procedure(
                allowances,
                reflectionDays,
                90,
                180,
                Set.of(Need.SHELTER, Need.MEDICAL, Need.PSYCHOSOCIAL),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                new ZoneCode(zone));
    }

    /** Defaults, configurable by each country's procedure. */
    private static Allowance allowance(TimeLimit limit) {
        return switch (limit) {
            case REASONABLE_GROUNDS -> reminding(workingDays(5));
            case REFLECTION, MONITORING -> reminding(days(7));
            case DRAFT, INFORMATION, CONDITIONS -> new Allowance(workingDays(15), workingDays(20));
            case ACKNOWLEDGEMENT -> new Allowance(workingDays(2), workingDays(10));
            case EMERGENCY_ACKNOWLEDGEMENT -> new Allowance(hours(4), workingDays(10));
            case DECISION -> new Allowance(workingDays(10), days(30));
            case CHILD_DECISION -> new Allowance(workingDays(5), days(30));
            case PREPARATION -> new Allowance(days(45), days(60));
            case DEPARTURE -> new Allowance(days(11), days(14));
            case ARRIVAL, INTERRUPTION, HANDOVER -> reminding(hours(24));
            case EMERGENCY_REVIEW -> reminding(hours(72));
            case RETENTION -> reminding(months(36));
        };
    }

    private static Allowance reminding(TimeSpan span) {
        return new Allowance(span, null);
    }

    private static Set<CountryCode> countries(String codes) {
        return Arrays.stream(codes.split(" ")).map(CountryCode::of).collect(Collectors.toUnmodifiableSet());
    }
}
