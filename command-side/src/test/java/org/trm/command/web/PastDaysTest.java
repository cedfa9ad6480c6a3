package org.trm.command.web;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trm.command.casefile.Countries;
import org.trm.events.types.Actor;
import org.trm.events.types.CountryCode;

/** What lies in the future is judged by the day it is in the country of whoever acts: in Sofia it is past midnight. */
class PastDaysTest {
    private static final Instant LATE_IN_LONDON = Instant.parse("2026-03-01T22:30:00Z");

    private final PastDays days = new PastDays(new Countries(), Clock.fixed(LATE_IN_LONDON, UTC));

    private void born(String day, CountryCode in) {
        Actor actor = Countries.person(in, NATIONAL_FOCAL_POINT);
        days.require(Map.of("/identity/bornOn", LocalDate.parse(day)), actor);
    }

    @Test
    void sheMayHaveBeenBornOnTheDayThatHasBegunThere() {
        assertThatCode(() -> born("2026-03-02", CountryCode.of("BG"))).doesNotThrowAnyException();
    }

    @Test
    void sheHasNotBeenBornOnTheDayAfter() {
        assertThatThrownBy(() -> born("2026-03-03", CountryCode.of("BG"))).isInstanceOf(Unanswerable.class);
    }

    @Test
    void whoeverActsForACountryWithoutAProcedureIsToldSoByTheRuleOfHerAct() {
        assertThatCode(() -> born("2026-03-03", CountryCode.of("FR"))).doesNotThrowAnyException();
    }
}
