package org.trm.command.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.directory.ExampleMechanism.ALL;
import static org.trm.command.directory.ExampleMechanism.EUROPEAN_UNION;
import static org.trm.command.directory.ExampleMechanism.SOUTH_EAST_EUROPE;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trm.events.types.Allowance;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Mechanism;
import org.trm.events.types.Mechanism.DataProtection;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.Procedure;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.TimeSpan;

/** The example set to begin with: every country and network of it, and values with which each could begin. */
class ExampleMechanismTest {
    private static final Set<CountryCode> COUNTRIES =
            ALL.stream().map(ExampleMechanism::country).collect(Collectors.toSet());

    static List<ExampleMechanism> all() {
        return ALL;
    }

    private static Set<CountryCode> countries(String codes) {
        return Stream.of(codes.split(" ")).map(CountryCode::of).collect(Collectors.toSet());
    }

    @Test
    void thereAreThirtySixCountriesEachOnce() {
        assertThat(ALL).hasSize(36);
        assertThat(COUNTRIES)
                .containsExactlyInAnyOrderElementsOf(
                        countries("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
                                + " AL BA ME MK RS XK MD UA TR"));
    }

    @Test
    void theNetworksHaveTheirMembersAndEachHasAMechanism() {
        assertThat(SOUTH_EAST_EUROPE)
                .containsExactlyInAnyOrderElementsOf(countries("AL BA BG HR MD ME MK RO RS SI XK"));
        assertThat(EUROPEAN_UNION)
                .hasSize(27)
                .containsExactlyInAnyOrderElementsOf(
                        countries("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"));
        assertThat(COUNTRIES).containsAll(SOUTH_EAST_EUROPE).containsAll(EUROPEAN_UNION);
    }

    /** Otherwise data would leave the European Economic Area without the transfer basis that G-11 asks for. */
    @ParameterizedTest
    @MethodSource("all")
    void dataReachTheMembersOfTheUnionUnderItsLawAndNobodyElse(ExampleMechanism example) {
        assertThat(example.mechanism().dataProtection())
                .isEqualTo(
                        EUROPEAN_UNION.contains(example.country())
                                ? DataProtection.EUROPEAN_ECONOMIC_AREA
                                : DataProtection.OTHER);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aMechanismHasAFocalPointAndOthersToActAllOfItsOwnCountry(ExampleMechanism example) {
        Mechanism mechanism = example.mechanism();
        assertThat(mechanism.country()).isEqualTo(example.country());
        assertThat(mechanism.focalPoint()).isEqualTo(OrganisationId.of(example.country() + "-" + example.focalPoint()));
        assertThat(mechanism.organisations())
                .hasSize(3)
                .contains(mechanism.focalPoint())
                .allMatch(organisation -> organisation.value().startsWith(example.country() + "-"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aProcedureMayBePublished(ExampleMechanism example) {
        assertThat(ProcedureRules.refuse(example.procedure())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aProcedureHasValuesThatSomebodyCouldMean(ExampleMechanism example) {
        Procedure procedure = example.procedure();
        assertThat(procedure.reflectionDays()).isBetween(30, 90);
        assertThat(procedure.riskAssessmentDays()).isBetween(30, 180);
        assertThat(procedure.consentDays()).isBetween(90, 365);
        assertThat(procedure.mandatoryNeeds()).isNotEmpty();
        assertThat(procedure.weekend()).containsExactly(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(procedure.zone().zone().getRules().getStandardOffset(Instant.EPOCH.plus(Duration.ofDays(20_000))))
                .isBetween(ZoneOffset.ofHours(3), ZoneOffset.UTC);
    }

    /** Coordinators are told while something can still be done. */
    @ParameterizedTest
    @MethodSource("all")
    void whatLapsesWasEscalatedBefore(ExampleMechanism example) {
        assertThat(example.procedure().allowances().keySet()).containsExactly(TimeLimit.values());
        example.procedure().allowances().entrySet().stream()
                .filter(allowed -> allowed.getKey() != TimeLimit.RETENTION)
                .forEach(allowed -> assertThat(longest(allowed.getValue().escalates()))
                        .as(allowed.getKey().name())
                        .isLessThan(lapses(allowed.getValue())));
    }

    /** Regulation (EU) 1024/2012 art. 14; nobody is forgotten by a clock alone. */
    @ParameterizedTest
    @MethodSource("all")
    void whatIsKnownOfAPersonIsKeptForThreeYears(ExampleMechanism example) {
        assertThat(example.procedure().allowances().get(TimeLimit.RETENTION))
                .isEqualTo(new Allowance(TimeSpan.months(36), null));
    }

    /** Of an emergency, and of a child, one does not wait as long as otherwise. */
    @ParameterizedTest
    @MethodSource("all")
    void whatIsUrgentIsEscalatedSooner(ExampleMechanism example) {
        Procedure procedure = example.procedure();
        assertThat(longest(procedure
                        .allowances()
                        .get(TimeLimit.EMERGENCY_ACKNOWLEDGEMENT)
                        .escalates()))
                .isLessThan(shortest(
                        procedure.allowances().get(TimeLimit.ACKNOWLEDGEMENT).escalates()));
        assertThat(longest(procedure.allowances().get(TimeLimit.CHILD_DECISION).escalates()))
                .isLessThan(
                        shortest(procedure.allowances().get(TimeLimit.DECISION).escalates()));
    }

    private static Duration lapses(Allowance allowance) {
        return allowance.lapses() == null ? Duration.ofDays(366) : shortest(allowance.lapses());
    }

    /** As when it begins on a Monday. */
    private static Duration shortest(TimeSpan span) {
        return switch (span.unit()) {
            case HOURS -> Duration.ofHours(span.amount());
            case DAYS -> Duration.ofDays(span.amount());
            case WORKING_DAYS -> Duration.ofDays(span.amount() + 2L * ((span.amount() - 1) / 5));
            case MONTHS -> Duration.ofDays(28L * span.amount());
        };
    }

    /** As when it begins on the eve of a weekend. */
    private static Duration longest(TimeSpan span) {
        return switch (span.unit()) {
            case HOURS, DAYS -> shortest(span);
            case WORKING_DAYS -> Duration.ofDays(span.amount() + 2L * (1 + (span.amount() - 1) / 5));
            case MONTHS -> Duration.ofDays(31L * span.amount());
        };
    }
}
