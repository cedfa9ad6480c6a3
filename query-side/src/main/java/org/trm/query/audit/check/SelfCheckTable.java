package org.trm.query.audit.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.trm.query.audit.sealing.Finding;
import org.trm.query.audit.sealing.LogName;

/** The comparisons that were made, as the nodes share them. */
@Component
class SelfCheckTable {
    static final String STOPPED = "The node that was at it stopped. Ask for it again.";

    /** One that has not moved for so long was left by a node that is no more. */
    private static final Duration LEFT_AFTER = Duration.ofMinutes(1);

    private static final String SELECT = """
            SELECT number, log, begun_at, moved_at, ended_at, leaves_done, leaves_all, failure, redacted FROM log.self_check
            """;

    private final JdbcTemplate jdbc;

    SelfCheckTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when one is running already, here or on another node. */
    Optional<Long> begin(LogName log, long leaves, Instant now) {
        jdbc.update(
                "UPDATE log.self_check SET ended_at = ?, failure = ? WHERE log = ? AND ended_at IS NULL AND moved_at < ?",
                at(now),
                STOPPED,
                log.key(),
                at(now.minus(LEFT_AFTER)));
        try {
            return Optional.of(jdbc.queryForObject(
                    "INSERT INTO log.self_check (log, begun_at, moved_at, leaves_all) VALUES (?, ?, ?, ?) RETURNING number",
                    Long.class,
                    log.key(),
                    at(now),
                    at(now),
                    leaves));
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    void progress(long number, long done, Instant now) {
        jdbc.update("UPDATE log.self_check SET leaves_done = ?, moved_at = ? WHERE number = ?", done, at(now), number);
    }

    void add(long number, int which, Finding finding) {
        jdbc.update(
                "INSERT INTO log.finding (self_check, number, kind, leaf_index, position, record_id, about, about_number,"
                        + " sentence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                which,
                finding.kind().name(),
                finding.leaf(),
                finding.position(),
                finding.recordId(),
                finding.about(),
                finding.number(),
                finding.sentence());
    }

    /**
     * @param failure why it came to no end; null when it did
     * @param redacted of how many records something was taken out as it should be
     */
    void end(long number, String failure, long redacted, Instant now) {
        jdbc.update(
                "UPDATE log.self_check SET ended_at = ?, moved_at = ?, failure = ?, redacted = ? WHERE number = ?",
                at(now),
                at(now),
                failure,
                redacted,
                number);
    }

    Optional<SelfCheck> find(long number) {
        return jdbc.query(SELECT + "WHERE number = ?", this::row, number).stream()
                .findFirst();
    }

    /** The latest ones, the last first. */
    List<SelfCheck> latest(int most) {
        return jdbc.query(SELECT + "ORDER BY number DESC LIMIT ?", this::row, most);
    }

    /** The last of this log that came to its end. */
    Optional<SelfCheck> lastEnded(LogName log) {
        return jdbc
                .query(
                        SELECT
                                + "WHERE log = ? AND ended_at IS NOT NULL AND failure IS NULL ORDER BY number DESC LIMIT 1",
                        this::row,
                        log.key())
                .stream()
                .findFirst();
    }

    private SelfCheck row(ResultSet row, int index) throws SQLException {
        long number = row.getLong("number");
        LogName log = LogName.of(row.getString("log"));
        Map<Boolean, List<Finding>> found =
                findings(number, log).stream().collect(Collectors.partitioningBy(Finding::contradicts));
        List<Finding> findings = found.get(true);
        Instant begun = instant(row, "begun_at");
        Instant ended = instant(row, "ended_at");
        long done = row.getLong("leaves_done");
        long all = row.getLong("leaves_all");
        String failure = row.getString("failure");
        return new SelfCheck(
                number,
                log,
                SelfCheck.state(ended, failure, findings),
                begun,
                ended,
                done,
                all,
                ended != null ? null : SelfCheck.secondsLeft(begun, instant(row, "moved_at"), done, all),
                failure,
                findings,
                row.getLong("redacted"),
                found.get(false));
    }

    private List<Finding> findings(long number, LogName log) {
        return jdbc.query(
                "SELECT kind, leaf_index, position, record_id, about, about_number, sentence FROM log.finding"
                        + " WHERE self_check = ? ORDER BY number",
                (row, index) -> new Finding(
                        Finding.Kind.valueOf(row.getString("kind")),
                        log,
                        row.getObject("leaf_index", Long.class),
                        row.getObject("position", Long.class),
                        row.getString("record_id"),
                        row.getString("about"),
                        row.getObject("about_number", Long.class),
                        row.getString("sentence")),
                number);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
