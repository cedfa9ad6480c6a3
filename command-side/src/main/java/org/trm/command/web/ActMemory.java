package org.trm.command.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Rule;
import org.trm.events.types.CaseId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers what came of each act that had a key, in the transaction of the act itself: what happened, conflicts, and
 * content that was wrong. What a moment later may be right (an unmet {@code If-Match}, a failure) is decided anew.
 */
@Component
class ActMemory {
    /** The lock is the act's own, and goes with its transaction; who does not get it meets the act under way. */
    private static final String RECALL = """
            SELECT pg_try_advisory_xact_lock(?) AS alone, a.request, a.version, a.rule, a.facts
            FROM (VALUES (1)) one LEFT JOIN acts.idempotency a ON a.command_id = ?""";

    private static final String FIND =
            "SELECT true AS alone, request, version, rule, facts FROM acts.idempotency WHERE command_id = ?";

    private static final String KEEP = """
            INSERT INTO acts.idempotency (command_id, request, case_id, version, rule, facts)
            VALUES (?, ?, ?, ?, ?, ?::json) ON CONFLICT DO NOTHING""";

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    private static final ObjectReader READER = JsonMapper.shared().readerFor(FACTS);
    private static final ObjectWriter WRITER = JsonMapper.shared().writerFor(FACTS);

    private final JdbcTemplate jdbc;

    ActMemory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What came of the act before; null when it is new, and then it is this transaction's alone.
     *
     * @throws Unanswerable when the act is under way, or its key belonged to another request
     */
    Decision recall(UUID commandId, String request) {
        long lock = commandId.getMostSignificantBits() ^ commandId.getLeastSignificantBits();
        return jdbc.queryForObject(RECALL, (row, number) -> recalled(row, request), lock, commandId);
    }

    /**
     * The same, of an act that is not begun yet; empty when nothing has come of it so far.
     *
     * @throws Unanswerable when its key belonged to another request
     */
    Optional<Decision> find(UUID commandId, String request) {
        return jdbc.query(FIND, (row, number) -> recalled(row, request), commandId).stream()
                .findFirst();
    }

    /** Whether something has come of an act, of whichever request. */
    boolean knows(UUID commandId) {
        return jdbc.queryForObject(
                "SELECT EXISTS (SELECT FROM acts.idempotency WHERE command_id = ?)", Boolean.class, commandId);
    }

    private static Decision recalled(ResultSet row, String request) throws SQLException {
        byte[] known = row.getBytes("request");
        if (known == null) {
            if (!row.getBoolean("alone")) {
                throw new Unanswerable(Fault.KEY_IN_USE);
            }
            return null;
        }
        if (!Arrays.equals(known, HexFormat.of().parseHex(request))) {
            throw new Unanswerable(Fault.KEY_REUSED);
        }
        String rule = row.getString("rule");
        return rule == null
                ? new Happened(List.of(), row.getLong("version"))
                : new Refused(Rule.valueOf(rule), READER.readValue(row.getString("facts")), row.getLong("version"));
    }

    /**
     * @param caseId null for an act on the directory
     * @throws Unanswerable when another transaction has kept the same act in the meantime, so that this one must not
     */
    void keep(UUID commandId, String request, CaseId caseId, Decision decision) {
        Refused refused = decision instanceof Refused r ? r : null;
        if (refused != null && !lasting(refused.rule().kind())) {
            return;
        }
        int kept = jdbc.update(
                KEEP,
                commandId,
                HexFormat.of().parseHex(request),
                caseId == null ? null : caseId.value(),
                decision.version(),
                refused == null ? null : refused.rule().name(),
                refused == null ? null : WRITER.writeValueAsString(refused.facts()));
        if (kept == 0) {
            throw new Unanswerable(Fault.KEY_IN_USE);
        }
    }

    private static boolean lasting(Rule.Kind kind) {
        return switch (kind) {
            case CONFLICT, INVALID -> true;
            case UNKNOWN, FORBIDDEN, PRECONDITION, UNAVAILABLE -> false;
        };
    }
}
