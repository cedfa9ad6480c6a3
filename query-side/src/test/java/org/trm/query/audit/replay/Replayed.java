package org.trm.query.audit.replay;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.trm.events.CaseEvent;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Role;
import org.trm.query.EventLog;
import org.trm.query.QueryService;
import org.trm.query.Scene;
import org.trm.query.TestDatabase;
import org.trm.query.rebuild.Watch;
import org.trm.query.sample.Happenings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One case as it happens, and the service at which auditors ask for it. */
final class Replayed implements AutoCloseable {
    final CaseId caseId = new CaseId(UUID.randomUUID());
    final Happenings her = new Happenings(caseId);
    final HikariDataSource database = TestDatabase.fresh();
    private final EventLog log = new EventLog(database);
    private final QueryService service = QueryService.start(database, log);
    private long version;

    Replayed by(CountryCode country, CaseEvent... events) {
        return by(
                new Actor(
                        ActorKind.PERSON,
                        Scene.ACTING,
                        "issuer",
                        Happenings.organisation(country),
                        country,
                        Role.NATIONAL_FOCAL_POINT),
                events);
    }

    Replayed by(Actor actor, CaseEvent... events) {
        log.append(version, List.of(events), actor);
        version += events.length;
        return this;
    }

    /** Once every view has taken in what happened. */
    Replayed visible() {
        await().atMost(30, SECONDS)
                .until(() -> service.bean(Watch.class).all().stream().allMatch(view -> view.lagEvents() == 0));
        return this;
    }

    HttpResponse<String> asked(Role role, CountryCode country, String path) {
        String token = service.issuer.token(
                role.name(), Happenings.organisation(country).value(), role);
        return service.get(token, path.startsWith("/api") ? path : "/api/audit/cases/" + caseId + path);
    }

    JsonNode auditor(CountryCode country, String path) {
        return read(Role.AUDITOR, country, path);
    }

    JsonNode read(Role role, CountryCode country, String path) {
        HttpResponse<String> answer = asked(role, country, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    static Stream<String> texts(JsonNode lines, String pointer) {
        return lines.valueStream().map(line -> line.at(pointer).asString());
    }

    /** A change as {@code field before after}. */
    static List<String> changes(JsonNode of) {
        return of.get("changes")
                .valueStream()
                .map(changed ->
                        changed.get("field").asString() + " " + changed.get("before") + " " + changed.get("after"))
                .map(line -> line.replace('"', '\''))
                .toList();
    }

    @Override
    public void close() {
        service.close();
        log.store().shutDown();
        database.close();
    }
}
