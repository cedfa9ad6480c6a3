package org.trm.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.axonframework.common.caching.Cache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.trm.command.web.Statements.Served;
import tools.jackson.databind.JsonNode;

/** What one act asks of the database: one connection, one transaction and at most four statements. */
@EdgeWithStore.Used
class StatementsOfAnActTest {
    private static final int MOST = 4;

    @LocalServerPort
    private int port;

    @Autowired
    private Statements statements;

    @Autowired
    private Cache cases;

    private Caller bulgaria;

    @BeforeEach
    void connect() {
        bulgaria = new Caller(port, "BG NATIONAL_FOCAL_POINT");
    }

    private String opened() {
        return bulgaria.does("/api/cases", ActsTest.CASE, 201).get("caseId").stringValue();
    }

    /** What the database was asked while this was answered with this status. */
    private Served asked(String path, String body, int status, Map<String, String> headers) {
        statements.forget();
        JsonNode answer = Caller.json(bulgaria.post(path, body, headers), status);
        Served served = statements.served();
        assertThat(served.statements()).as(answer.toString()).hasSizeLessThanOrEqualTo(MOST);
        assertThat(served.connections()).isEqualTo(1);
        assertThat(served.commits()).isEqualTo(1);
        return served;
    }

    @Test
    void anActIsWrittenByOneStatement() {
        String caseId = opened();
        Served served = asked("/api/cases/" + caseId + "/needs", "{\"needs\": []}", 200, Map.of());
        assertThat(served.statements()).singleElement().asString().startsWith("INSERT INTO events.domain_event");
    }

    @Test
    void anActUnderAKeyIsLookedForAndRememberedToo() {
        String caseId = opened();
        Map<String, String> key = Map.of("Idempotency-Key", "counted", "If-Match", "\"1\"");
        String path = "/api/cases/" + caseId + "/needs";
        assertThat(asked(path, "{\"needs\": []}", 200, key).statements()).hasSize(3);
        assertThat(asked(path, "{\"needs\": []}", 200, key).statements()).hasSize(1);
    }

    @Test
    void anOpeningUnderAKeyKeepsWithinTheBudget() {
        Served served = asked("/api/cases", ActsTest.CASE, 201, Map.of("Idempotency-Key", "counted-opening"));
        assertThat(served.statements()).anyMatch(sql -> sql.startsWith("INSERT INTO events.domain_event"));
    }

    @Test
    void anActOnACaseThatIsNotCachedReadsItOnce() {
        String caseId = opened();
        cases.removeAll();
        Map<String, String> key = Map.of("Idempotency-Key", "counted-cold");
        assertThat(asked("/api/cases/" + caseId + "/needs", "{\"needs\": []}", 200, key)
                        .statements())
                .hasSize(4);
    }

    @Test
    void aRefusalIsConfirmedWithinTheBudget() {
        String caseId = opened();
        Map<String, String> key = Map.of("Idempotency-Key", "counted-refusal");
        bulgaria.does("/api/cases/" + caseId + "/minority", "{}", 200);
        assertThat(asked("/api/cases/" + caseId + "/minority", "{}", 409, key).statements())
                .hasSize(3);
    }
}
