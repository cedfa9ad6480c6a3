package org.trm.command.timelimits;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.command.casefile.Story.REFERRAL;
import static org.trm.events.types.ReferralState.ARRIVED;
import static org.trm.events.types.ReferralState.DRAFT;
import static org.trm.events.types.ReferralState.SUBMITTED;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trm.command.casefile.Story;
import org.trm.command.casefile.closing.CloseCase;
import org.trm.command.casefile.closing.ReopenCase;
import org.trm.command.casefile.identification.DecideReasonableGrounds;
import org.trm.command.casefile.protection.GrantReflectionPeriod;
import org.trm.command.casefile.timelimit.PassTimeLimit;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.Deadline;
import org.trm.events.types.ReferralState;
import org.trm.events.types.ReopeningReason;
import org.trm.events.types.TimeLimit;

/** The table of running limits on a real PostgreSQL: which rows there are, and who gets them. */
class OpenClocksTest {
    private static final Duration LONG = Duration.ofDays(10_000);

    private static Mechanism mechanism;
    private static JdbcClient sql;
    private static TransactionTemplate transaction;
    private static OpenClocks clocks;
    private static HikariDataSource database;

    /** No node runs beside these tests: it would take the rows away. */
    @BeforeAll
    static void aMigratedDatabase() {
        mechanism = new Mechanism();
        HikariDataSource migrated;
        try (Mechanism.Node node = mechanism.node()) {
            migrated = node.context().getBean(HikariDataSource.class);
        }
        database = new HikariDataSource();
        database.setJdbcUrl(migrated.getJdbcUrl());
        database.setUsername(migrated.getUsername());
        database.setPassword(migrated.getPassword());
        sql = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        clocks = new OpenClocks(sql);
    }

    @AfterAll
    static void close() {
        database.close();
        mechanism.close();
    }

    @AfterEach
    void empty() {
        sql.sql("DELETE FROM acts.open_clock").update();
    }

    private static Story recorded(Story story) {
        story.history.forEach(r -> clocks.apply(r.event(), r.version()));
        return story;
    }

    private record Row(TimeLimit limit, Instant started, Instant due, Instant lapses, long version) {
        static Row of(Deadline deadline, long version) {
            return new Row(deadline.limit(), deadline.startsAt(), deadline.escalatesAt(), deadline.lapsesAt(), version);
        }
    }

    private static Optional<Row> clockOfTheReferral() {
        return sql.sql("SELECT * FROM acts.open_clock WHERE case_id = ? AND of_id = ?")
                .params(CASE.value(), REFERRAL.value())
                .query((row, number) -> new Row(
                        TimeLimit.valueOf(row.getString("time_limit")),
                        instant(row.getObject("started_at", OffsetDateTime.class)),
                        instant(row.getObject("due_at", OffsetDateTime.class)),
                        instant(row.getObject("lapses_at", OffsetDateTime.class)),
                        row.getLong("version")))
                .optional();
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static List<PassTimeLimit> due(Instant now) {
        return clocks.claimDue(now, 100);
    }

    private static void claimsRunOut() {
        sql.sql("UPDATE acts.open_clock SET claimed_until = claimed_until - make_interval(secs => ?)")
                .param(OpenClocks.CLAIM.toSeconds())
                .update();
    }

    private static List<String> rows() {
        return sql.sql("""
                        SELECT concat_ws(' ', case_id, of_id, clock, time_limit, started_at, due_at, lapses_at, version)
                        FROM acts.open_clock ORDER BY 1""").query(String.class).list();
    }

    @ParameterizedTest
    @EnumSource(ReferralState.class)
    void aReferralHasOneClockThatIsDueWhenItsStateSays(ReferralState state) {
        Story story = recorded(Story.ofAnAdult().with(state));
        Deadline deadline = story.referral().deadline();

        assertThat(clockOfTheReferral().map(Row::limit))
                .isEqualTo(Optional.ofNullable(deadline).map(Deadline::limit));
        if (deadline != null) {
            assertThat(clockOfTheReferral().orElseThrow()).isEqualTo(Row.of(deadline, clockedBy(story, deadline)));
        }
    }

    /** The version at which the limit began to run that runs now. */
    private static long clockedBy(Story story, Deadline deadline) {
        return story.history.stream()
                .filter(r -> r.event().tell(RunningLimits.OF) instanceof RunningLimits.Start start
                        && start.deadline().equals(deadline))
                .mapToLong(Recorded::version)
                .max()
                .orElseThrow();
    }

    @Test
    void theLimitsOfTheCaseItselfRunBesideTheReferralsUntilTheCaseIsClosedAndThenRetentionAlone() {
        Story story = Story.ofAnAdult().opened();
        recorded(story);
        assertThat(due(story.now.plus(LONG)))
                .containsExactly(new PassTimeLimit(CASE, null, TimeLimit.REASONABLE_GROUNDS));
        story.does(BG, NATIONAL_FOCAL_POINT, new CloseCase(CASE, ClosureReason.LOST_CONTACT, null));
        recorded(story);
        assertThat(due(story.now.plus(LONG))).containsExactly(new PassTimeLimit(CASE, null, TimeLimit.RETENTION));
        story.does(BG, NATIONAL_FOCAL_POINT, new ReopenCase(CASE, ReopeningReason.CONTACT_REGAINED));
        recorded(story);
        assertThat(due(story.now.plus(LONG)))
                .containsExactly(new PassTimeLimit(CASE, null, TimeLimit.REASONABLE_GROUNDS));

        Story longer = Story.ofAnAdult().with(DRAFT);
        assertThat(recorded(longer).state.reasonableGrounds()).isEmpty();
        assertThat(due(longer.now.plus(LONG))).containsExactly(new PassTimeLimit(CASE, REFERRAL, TimeLimit.DRAFT));
    }

    @Test
    void theReflectionPeriodEndsByItsOwnClock() {
        Story story = Story.ofAnAdult().opened();
        story.does(BG, COMPETENT_AUTHORITY, new DecideReasonableGrounds(CASE, true, null));
        story.does(
                BG,
                COMPETENT_AUTHORITY,
                new GrantReflectionPeriod(CASE, story.today(), story.today().plusDays(45), null));
        recorded(story);
        Deadline reflection = story.state.reflection().deadline();

        assertThat(due(reflection.escalatesAt().minusMillis(1))).isEmpty();
        assertThat(due(reflection.escalatesAt())).containsExactly(new PassTimeLimit(CASE, null, TimeLimit.REFLECTION));
    }

    @Test
    void nothingIsDueBeforeItsTime() {
        Story story = recorded(Story.ofAnAdult().with(SUBMITTED));
        Instant escalates = story.referral().deadline().escalatesAt();

        assertThat(due(escalates.minusMillis(1))).isEmpty();
        assertThat(due(escalates)).containsExactly(new PassTimeLimit(CASE, REFERRAL, TimeLimit.ACKNOWLEDGEMENT));
    }

    @Test
    void whatOneNodeHasClaimedNobodyElseGetsUntilTheClaimRunsOut() {
        Instant later = recorded(Story.ofAnAdult().with(SUBMITTED)).now.plus(LONG);

        assertThat(due(later)).hasSize(1);
        assertThat(due(later)).isEmpty();
        claimsRunOut();
        assertThat(due(later)).hasSize(1);
    }

    @Test
    void aNodeThatIsJustClaimingIsPassedOverNotWaitedFor() {
        Instant later = recorded(Story.ofAnAdult().with(SUBMITTED)).now.plus(LONG);

        transaction.executeWithoutResult(first -> {
            assertThat(due(later)).hasSize(1);
            assertThat(elsewhere(later)).isEmpty();
        });
        assertThat(elsewhere(later)).isEmpty();
    }

    private static List<PassTimeLimit> elsewhere(Instant now) {
        return supplyAsync(() -> due(now)).orTimeout(5, SECONDS).join();
    }

    @Test
    void whileTheTableIsFoldedAnewNothingIsClaimedUntilItHasCaughtUp() {
        Instant later = recorded(Story.ofAnAdult().with(SUBMITTED)).now.plus(LONG);
        List<Long> before = sql.sql("SELECT folded_to FROM acts.clock_fold")
                .query(Long.class)
                .list();
        List<byte[]> token = sql.sql("SELECT token FROM acts.token_entry WHERE processor_name = 'time-limits'")
                .query(byte[].class)
                .list();
        assertThat(token).hasSize(1);
        try {
            mechanism.asSuperuser("UPDATE acts.clock_fold SET folded_to = 100");
            for (String behind : List.of("NULL", "'{\"index\":99,\"gaps\":[]}'")) {
                mechanism.asSuperuser("UPDATE acts.token_entry SET token = " + behind);
                assertThat(due(later)).isEmpty();
            }
            mechanism.asSuperuser("UPDATE acts.token_entry SET token = '{\"index\":100,\"gaps\":[]}'");
            assertThat(due(later)).hasSize(1);
            claimsRunOut();
            // As another store has it, in which nothing was folded before.
            mechanism.asSuperuser("UPDATE acts.token_entry SET token = '{\"globalIndex\":1}'");
            assertThat(due(later)).hasSize(1);
        } finally {
            mechanism.asSuperuser("UPDATE acts.clock_fold SET folded_to = " + before.get(0));
            sql.sql("UPDATE acts.token_entry SET token = ?").param(token.get(0)).update();
        }
    }

    @Test
    void aClaimThatIsNeverFinishedIsGivenBackByTheDatabase() {
        Instant later = recorded(Story.ofAnAdult().with(SUBMITTED)).now.plus(LONG);
        transaction.executeWithoutResult(first -> {
            assertThat(due(later)).hasSize(1);
            first.setRollbackOnly();
        });
        assertThat(due(later)).hasSize(1);
    }

    @Test
    void aLimitThatRunsOnIsClaimedAnewWhenItIsDueAgain() {
        Story story = recorded(Story.ofAnAdult().with(ARRIVED));
        story.now = story.referral().deadline().escalatesAt();
        assertThat(due(story.now)).hasSize(1);

        recorded(story.passes(TimeLimit.HANDOVER));

        assertThat(due(story.now)).isEmpty();
        assertThat(due(story.now.plus(Duration.ofHours(24)))).hasSize(1);
    }

    @Test
    void takingInTheSameEventsAgainChangesNothing() {
        Story story = recorded(Story.ofAnAdult().with(ARRIVED));
        List<String> rows = rows();

        recorded(story);
        assertThat(rows()).isEqualTo(rows);
        empty();
        recorded(story);
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void anOldEventDoesNotBringBackAnOldLimit() {
        Story story = recorded(Story.ofAnAdult().with(SUBMITTED));
        List<String> rows = rows();

        Recorded<CaseEvent> draft = story.history.get(story.history.size() - 2);
        clocks.apply(draft.event(), draft.version());
        assertThat(rows()).isEqualTo(rows);
    }
}
