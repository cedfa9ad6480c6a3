package org.trm.command.timelimits;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.command.casefile.Story.REFERRAL;
import static org.trm.events.types.ReferralState.ARRIVED;
import static org.trm.events.types.ReferralState.HANDED_OVER;
import static org.trm.events.types.ReferralState.READY;
import static org.trm.events.types.ReferralState.RECEIVED;
import static org.trm.events.types.ReferralState.SUBMITTED;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.casefile.Story;
import org.trm.command.casefile.referral.RequestInformation;
import org.trm.command.casefile.referral.SupplyInformation;
import org.trm.command.timelimits.Mechanism.Node;
import org.trm.events.CaseEvent;
import org.trm.events.ReferralEvent.DeadlineEscalated;
import org.trm.events.ReferralEvent.ReferralExpired;
import org.trm.events.ReferralEvent.SignaturesVoided;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.InformationItem;
import org.trm.events.types.MonitoringMilestone;
import org.trm.events.types.TimeLimit;
import org.trm.events.wiring.CommitSignal;

/** Time passes on a running mechanism with a real PostgreSQL, and what is due happens: once, late rather than never. */
@ExtendWith(OutputCaptureExtension.class)
class TimePassesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Mechanism mechanism = new Mechanism();
    private Node node = mechanism.node();

    @AfterEach
    void close() {
        mechanism.close();
    }

    private Story given(Story story) {
        node.given(story, mechanism);
        awaitClock(story.referral().deadline());
        return story;
    }

    private void awaitClock(Deadline deadline) {
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(dueNext()).contains(deadline.limit() + " " + deadline.escalatesAt()));
    }

    private Optional<String> dueNext() {
        return node.sql()
                .sql("SELECT time_limit, due_at FROM acts.open_clock WHERE of_id = ?")
                .param(REFERRAL.value())
                .query((row, number) -> row.getString(1) + " "
                        + row.getObject(2, OffsetDateTime.class).toInstant())
                .optional();
    }

    private void acts(CountryCode country, CaseCommand command) {
        assertThat(node.does(country, NATIONAL_FOCAL_POINT, command)).isInstanceOf(Happened.class);
    }

    private void awaitHappened(long version, Class<? extends CaseEvent> event) {
        await().atMost(30, SECONDS)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(node.history())
                        .hasSizeGreaterThanOrEqualTo((int) version)
                        .element((int) version - 1)
                        .isInstanceOf(event));
    }

    /** However often one looks, and whoever claimed what, there are no more events than these. */
    private void nothingMoreHappens(long version) {
        for (int look = 0; look < 3; look++) {
            claimsRunOut();
            node.looks();
        }
        assertThat(node.history()).hasSize((int) version);
    }

    private void claimsRunOut() {
        node.sql()
                .sql("UPDATE acts.open_clock SET claimed_until = claimed_until - make_interval(secs => ?)")
                .param(OpenClocks.CLAIM.toSeconds())
                .update();
    }

    @Test
    void aReferralThatNobodyAcknowledgesEscalatesAndThenExpires() {
        Story story = given(Story.ofAnAdult().with(SUBMITTED));
        long version = story.state.version();
        Deadline deadline = story.referral().deadline();

        mechanism.timeIs(deadline.escalatesAt().minus(MINUTE));
        nothingMoreHappens(version);
        mechanism.timeIs(deadline.escalatesAt());
        awaitHappened(version + 1, DeadlineEscalated.class);
        mechanism.timeIs(deadline.lapsesAt().minus(MINUTE));
        nothingMoreHappens(version + 1);
        mechanism.timeIs(deadline.lapsesAt());
        awaitHappened(version + 2, ReferralExpired.class);
        await().atMost(30, SECONDS).until(() -> dueNext().isEmpty());
        nothingMoreHappens(version + 2);
    }

    @Test
    void theTimeToDecideStandsStillWhileInformationIsAwaited() {
        Story story = given(Story.ofAnAdult().with(RECEIVED));
        Deadline decision = story.referral().deadline();
        mechanism.timeIs(mechanism.now().plus(Duration.ofDays(1)));
        acts(RO, new RequestInformation(CASE, REFERRAL, Set.of(InformationItem.NEEDS_DETAIL)));
        await().atMost(30, SECONDS)
                .until(() ->
                        dueNext().filter(due -> due.startsWith("INFORMATION ")).isPresent());

        mechanism.timeIs(decision.escalatesAt().plus(MINUTE));
        nothingMoreHappens(story.state.version() + 1);

        acts(BG, new SupplyInformation(CASE, REFERRAL, Set.of(InformationItem.NEEDS_DETAIL)));
        Instant began = story.now.plus(Duration.ofDays(1));
        Deadline later = decision.laterBy(Duration.between(began, mechanism.now()));
        awaitClock(later);
        mechanism.timeIs(later.escalatesAt());
        awaitHappened(story.state.version() + 3, DeadlineEscalated.class);
    }

    @Test
    void whatOneNodeRecordsTheClocksOfAnotherBeginWith() {
        given(Story.ofAnAdult().with(RECEIVED));
        Node another = mechanism.node();
        another.does(
                RO, NATIONAL_FOCAL_POINT, new RequestInformation(CASE, REFERRAL, Set.of(InformationItem.NEEDS_DETAIL)));
        await().atMost(30, SECONDS)
                .until(() ->
                        dueNext().filter(due -> due.startsWith("INFORMATION ")).isPresent());
    }

    @Test
    void aPersonWhoHasArrivedIsRememberedEveryDay() {
        Story story = given(Story.ofAnAdult().with(ARRIVED));
        long version = story.state.version();
        for (int day = 1; day <= 3; day++) {
            mechanism.timeIs(story.now.plus(Duration.ofDays(day)));
            awaitHappened(version + day, DeadlineEscalated.class);
            awaitClock(new Deadline(TimeLimit.HANDOVER, null, story.now.plus(Duration.ofDays(day + 1)), null, null));
            nothingMoreHappens(version + day);
        }
    }

    @Test
    void reportsAreAwaitedOneAfterTheOther() {
        Story story = given(Story.ofAnAdult().with(HANDED_OVER));
        Instant handover = story.now;
        acts(RO, story.report(MonitoringMilestone.AFTER_72_HOURS));
        awaitClock(monitoring(
                handover.atZone(ZoneId.of("Europe/Sofia")).plusMonths(1).toInstant()));
        acts(RO, story.report(MonitoringMilestone.AFTER_1_MONTH));
        Instant third = handover.atZone(ZoneId.of("Europe/Sofia")).plusMonths(3).toInstant();
        awaitClock(monitoring(third));

        mechanism.timeIs(third);
        awaitHappened(story.state.version() + 3, DeadlineEscalated.class);
        awaitClock(monitoring(third.plus(Duration.ofDays(7))));
    }

    private static Deadline monitoring(Instant due) {
        return new Deadline(TimeLimit.MONITORING, null, due, null, null);
    }

    @Test
    void aDepartureThatDoesNotHappenGoesBackToItsPreparation() {
        Story story = given(Story.ofAnAdult().with(READY));
        mechanism.timeIs(story.referral().deadline().lapsesAt());
        awaitHappened(story.state.version() + 2, SignaturesVoided.class);
        await().atMost(30, SECONDS)
                .until(() ->
                        dueNext().filter(due -> due.startsWith("PREPARATION ")).isPresent());
    }

    @Test
    void whatBecameDueWhileNobodyRanHappensAfterTheRestart() {
        Story story = given(Story.ofAnAdult().with(SUBMITTED));
        node.close();
        mechanism.timeIs(story.referral().deadline().lapsesAt());

        node = mechanism.node();

        awaitHappened(story.state.version() + 2, ReferralExpired.class);
        nothingMoreHappens(story.state.version() + 2);
    }

    @Test
    void whatADeadNodeHadClaimedAnotherTakesOver() {
        Story story = given(Story.ofAnAdult().with(SUBMITTED));
        Instant escalates = story.referral().deadline().escalatesAt();
        // Another node claims it, and dies.
        assertThat(node.clocks().claimDue(escalates, 1)).hasSize(1);
        mechanism.timeIs(escalates);
        node.looks();
        assertThat(node.history()).hasSize((int) story.state.version());

        claimsRunOut();

        awaitHappened(story.state.version() + 1, DeadlineEscalated.class);
    }

    @Test
    void clocksBuiltAnewAreTheSameAndLetNothingHappenTwice() {
        Story story = given(Story.ofAnAdult().with(RECEIVED));
        mechanism.timeIs(story.referral().deadline().escalatesAt());
        awaitHappened(story.state.version() + 1, DeadlineEscalated.class);
        await().atMost(30, SECONDS)
                .until(() -> dueNext()
                        .filter(due -> due.endsWith(
                                story.referral().deadline().lapsesAt().toString()))
                        .isPresent());
        List<String> clocks = clocks();
        node.close();
        mechanism.asSuperuser("DELETE FROM acts.open_clock; DELETE FROM acts.token_entry;"
                + " UPDATE acts.clock_fold SET folded_to = (SELECT max(global_index) FROM events.domain_event)");

        node = mechanism.node();

        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(clocks()).isEqualTo(clocks));
        nothingMoreHappens(story.state.version() + 1);
        mechanism.timeIs(story.referral().deadline().lapsesAt());
        awaitHappened(story.state.version() + 2, ReferralExpired.class);
    }

    private List<String> clocks() {
        return node.sql().sql("""
                        SELECT concat_ws(' ', case_id, of_id, clock, time_limit, started_at, due_at, lapses_at, version)
                        FROM acts.open_clock ORDER BY 1""").query(String.class).list();
    }

    @Test
    void aClockThatWasSettledLongAgoLetsNothingHappen() {
        Story story = given(Story.ofAnAdult().with(RECEIVED));
        node.sql()
                .sql("""
                        INSERT INTO acts.open_clock (case_id, of_id, clock, time_limit, started_at, due_at, version)
                        VALUES (?, ?, 'OLD', 'ACKNOWLEDGEMENT', ?, ?, 1), (?, ?, 'OLDER', 'DRAFT', ?, ?, 1),
                            (?, ?, 'REASONABLE_GROUNDS', 'REASONABLE_GROUNDS', ?, ?, 1)""")
                .params(settled(REFERRAL.value()))
                .params(settled(new UUID(1, 1)))
                .params(settled(CASE.value()))
                .update();
        nothingMoreHappens(story.state.version());
    }

    private static List<Object> settled(UUID of) {
        OffsetDateTime past = OffsetDateTime.parse("2026-01-01T00:00:00Z");
        return List.of(CASE.value(), of, past, past);
    }

    @Test
    void whatTheDatabaseRefusesIsTriedAgainUntilItIsDecided(CapturedOutput log) {
        Story story = given(Story.ofAnAdult().with(SUBMITTED));
        mechanism.asSuperuser("REVOKE INSERT ON events.domain_event FROM trm_command");
        mechanism.timeIs(story.referral().deadline().escalatesAt());
        node.looks();
        assertThat(node.history()).hasSize((int) story.state.version());

        // What was to be recorded is in no log: "{" in the hexadecimal of a bytea.
        assertThat(log.getAll()).contains("could not be passed").doesNotContain("'\\x7b22");

        mechanism.asSuperuser("GRANT INSERT ON events.domain_event TO trm_command");
        claimsRunOut();

        awaitHappened(story.state.version() + 1, DeadlineEscalated.class);
        nothingMoreHappens(story.state.version() + 1);
    }

    @Test
    void whileTheDatabaseIsAwayTimeIsNotLost() {
        Story story = given(Story.ofAnAdult().with(SUBMITTED));
        mechanism.databaseGoesAway();
        mechanism.timeIs(story.referral().deadline().escalatesAt());
        node.looks();

        mechanism.databaseComesBack();

        awaitHappened(story.state.version() + 1, DeadlineEscalated.class);
        awaitClock(new Deadline(
                TimeLimit.ACKNOWLEDGEMENT, null, story.referral().deadline().lapsesAt(), null, null));
    }

    @Test
    void aThousandThatAreDueAtOnceAllHappenOnceOnTwoNodes() {
        Story story = Story.ofAnAdult().opened();
        node.given(story, mechanism);
        node.sql().sql("""
                        INSERT INTO events.domain_event (event_identifier, aggregate_identifier, sequence_number, type,
                            time_stamp, payload_type, payload_revision, payload, metadata)
                        SELECT gen_random_uuid()::text, id::text, 0, type, time_stamp, payload_type, payload_revision,
                            convert_to(replace(convert_from(payload, 'UTF8'), aggregate_identifier, id::text), 'UTF8'),
                            metadata
                        FROM events.domain_event, (SELECT gen_random_uuid() AS id FROM generate_series(1, 999)) other""").update();
        node.context().getBean(CommitSignal.class).committed();
        mechanism.node();
        await().atMost(60, SECONDS).until(() -> count("SELECT count(*) FROM acts.open_clock") == 1_000);

        mechanism.timeIs(story.state.reasonableGrounds().orElseThrow().escalatesAt());

        await().atMost(90, SECONDS)
                .until(() -> count("SELECT count(*) FROM events.domain_event WHERE sequence_number = 1") == 1_000);
        await().atMost(60, SECONDS)
                .until(() -> count("SELECT count(*) FROM acts.open_clock WHERE version = 2") == 1_000);
        claimsRunOut();
        node.looks();
        assertThat(count("SELECT count(*) FROM events.domain_event")).isEqualTo(2_000);
    }

    private long count(String sql) {
        return node.sql().sql(sql).query(Long.class).single();
    }
}
