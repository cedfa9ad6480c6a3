package org.trm.query.audit.exports;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.identity.Bearer;
import org.trm.events.types.Code;
import org.trm.query.access.AccessScope;
import org.trm.query.web.QueryProblem;
import org.trm.query.web.Unanswered;

/** Where it is recorded that something was taken away. */
@Component
class ExportTable {
    private static final String BEGIN = """
            WITH begun AS (
                INSERT INTO reads.export (begun_at, reader, issuer, role, country, organisation, question, format)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                RETURNING id, begun_at)
            INSERT INTO reads.export_progress (export, lines, moved_at) SELECT id, 0, begun_at FROM begun
            RETURNING export""";

    private static final Logger LOG = LoggerFactory.getLogger(ExportTable.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    ExportTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @return the number of the record
     * @throws QueryProblem when it cannot be recorded
     */
    long begin(Bearer who, AccessScope scope, String question, String format) {
        try {
            return jdbc.sql(BEGIN)
                    .param(now())
                    .param(who.id())
                    .param(who.alias())
                    .param(scope.role().name())
                    .param(text(scope.country()))
                    .param(text(scope.organisation()))
                    .param(question)
                    .param(format)
                    .query(Long.class)
                    .single();
        } catch (DataAccessException e) {
            LOG.error("That somebody takes something away could not be recorded; nothing was sent.", e);
            throw QueryProblem.of(Unanswered.READING_NOT_RECORDED);
        }
    }

    void progress(long number, long lines) {
        jdbc.sql("UPDATE reads.export_progress SET lines = ?, moved_at = ? WHERE export = ?")
                .params(lines, now(), number)
                .update();
    }

    void end(long number, long lines, String sha256, boolean whole) {
        jdbc.sql("INSERT INTO reads.export_end (export, ended_at, lines, sha256, whole) VALUES (?, ?, ?, ?, ?)")
                .params(number, now(), lines, sha256, whole)
                .update();
    }

    private static String text(Code code) {
        return code == null ? null : code.value();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
