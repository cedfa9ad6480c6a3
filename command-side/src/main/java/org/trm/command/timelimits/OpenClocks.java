package org.trm.command.timelimits;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.timelimit.PassTimeLimit;
import org.trm.command.timelimits.RunningLimits.Change;
import org.trm.command.timelimits.RunningLimits.End;
import org.trm.command.timelimits.RunningLimits.Nothing;
import org.trm.command.timelimits.RunningLimits.Only;
import org.trm.command.timelimits.RunningLimits.Start;
import org.trm.events.CaseEvent;
import org.trm.events.types.CaseId;
import org.trm.events.types.Deadline;
import org.trm.events.types.ReferralId;
import org.trm.events.types.TimeLimit;

/** The table of running time limits, in which a referral has one clock at a time. */
@Component
class OpenClocks {
    /** For how long a due clock belongs to the node that claimed it; then another may try. */
    static final Duration CLAIM = Duration.ofSeconds(20);

    private static final String REFERRAL_CLOCK = "REFERRAL";

    private static final String START = """
            INSERT INTO acts.open_clock (case_id, of_id, clock, time_limit, started_at, due_at, lapses_at, version)
            VALUES (:case, :of, :clock, :limit, :started, :due, :lapses, :version)
            ON CONFLICT (case_id, of_id, clock) DO UPDATE SET time_limit = excluded.time_limit,
                started_at = excluded.started_at, due_at = excluded.due_at, lapses_at = excluded.lapses_at,
                version = excluded.version, claimed_until = '-infinity'
            WHERE open_clock.version < excluded.version""";

    private static final String END = """
            DELETE FROM acts.open_clock
            WHERE case_id = :case AND of_id = :of AND clock = :clock AND version < :version""";

    private static final String END_ALL = "DELETE FROM acts.open_clock WHERE case_id = :case AND version < :version";

    private static final String CLAIM_DUE = """
            UPDATE acts.open_clock c SET claimed_until = clock_timestamp() + make_interval(secs => :seconds)
            FROM (SELECT case_id, of_id, clock FROM acts.open_clock
                  WHERE due_at <= :now AND claimed_until <= clock_timestamp()
                      AND NOT EXISTS (SELECT 1 FROM acts.token_entry t, acts.clock_fold f
                          WHERE t.processor_name = 'time-limits' AND f.folded_to > CASE WHEN t.token IS NULL THEN -1
                              ELSE coalesce((convert_from(t.token, 'UTF8')::json ->> 'index')::bigint, f.folded_to) END)
                  ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED) due
            WHERE c.case_id = due.case_id AND c.of_id = due.of_id AND c.clock = due.clock
            RETURNING c.case_id, c.of_id, c.clock, c.time_limit""";

    private static final String COUNT = """
            SELECT time_limit, count(*), min(due_at) FROM acts.open_clock GROUP BY time_limit""";

    /**
     * How many there are.
     *
     * @param running by limit; those that nobody waits for are left out
     * @param waiting for how long the first one that is due has not been acted on
     */
    record Count(Map<TimeLimit, Long> running, Duration waiting) {}

    private final JdbcClient database;

    OpenClocks(JdbcClient database) {
        this.database = database;
    }

    /** Takes in one event; an event that was taken in before changes nothing. */
    void apply(CaseEvent event, long version) {
        Change change = event.tell(RunningLimits.OF);
        CaseId caseId = event.caseId();
        if (change instanceof Start start) {
            start(caseId, start.referralId(), start.deadline(), version);
        } else if (change instanceof End end) {
            database.sql(END)
                    .param("case", caseId.value())
                    .param("of", of(caseId, end.referralId()))
                    .param("clock", clock(end.referralId(), end.limit()))
                    .param("version", version)
                    .update();
        } else if (change instanceof Only only) {
            database.sql(END_ALL)
                    .param("case", caseId.value())
                    .param("version", version)
                    .update();
            if (only.deadline() != null) {
                start(caseId, null, only.deadline(), version);
            }
        } else if (!(change instanceof Nothing)) {
            throw new IllegalStateException("unknown change " + change);
        }
    }

    private void start(CaseId caseId, ReferralId referralId, Deadline deadline, long version) {
        database.sql(START)
                .param("case", caseId.value())
                .param("of", of(caseId, referralId))
                .param("clock", clock(referralId, deadline.limit()))
                .param("limit", deadline.limit().name())
                .param("started", utc(deadline.startsAt()))
                .param("due", utc(deadline.escalatesAt()))
                .param("lapses", utc(deadline.lapsesAt()))
                .param("version", version)
                .update();
    }

    /**
     * Claims what is due; other nodes pass over it until the claim runs out. Nothing is due while the table is folded anew: in
     * the past of a case every limit seems to have lapsed.
     */
    List<PassTimeLimit> claimDue(Instant now, int most) {
        return database.sql(CLAIM_DUE)
                .param("seconds", CLAIM.toSeconds())
                .param("now", utc(now))
                .param("most", most)
                .query((row, number) -> new PassTimeLimit(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getString("clock").equals(REFERRAL_CLOCK)
                                ? new ReferralId(row.getObject("of_id", UUID.class))
                                : null,
                        TimeLimit.valueOf(row.getString("time_limit"))))
                .list();
    }

    Count count(Instant now) {
        Map<TimeLimit, Long> running = new EnumMap<>(TimeLimit.class);
        List<Duration> waiting = database.sql(COUNT)
                .query((row, number) -> {
                    running.put(TimeLimit.valueOf(row.getString(1)), row.getLong(2));
                    return Duration.between(
                            row.getObject(3, OffsetDateTime.class).toInstant(), now);
                })
                .list();
        return new Count(
                running,
                waiting.stream()
                        .filter(Predicate.not(Duration::isNegative))
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO));
    }

    private static UUID of(CaseId caseId, ReferralId referralId) {
        return referralId == null ? caseId.value() : referralId.value();
    }

    private static String clock(ReferralId referralId, TimeLimit limit) {
        return referralId == null ? limit.name() : REFERRAL_CLOCK;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
