package org.trm.deploy.standalone.sight;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.trm.command.casefile.Countries;
import org.trm.deploy.standalone.views.Retold;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent.ReferralDrafted;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Role;
import org.trm.query.EventLog;
import org.trm.query.QueryService;
import org.trm.query.TestDatabase;
import org.trm.query.rebuild.ProjectionStatus;
import org.trm.query.rebuild.Watch;
import org.trm.query.view.NotYetVisible;
import org.trm.query.view.VersionAwaiter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query side over cases that were told up to each of their moments: so that at each one looks live, and back from the end. */
final class Looking implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HikariDataSource database = TestDatabase.fresh();
    private final EventLog log = new EventLog(database);
    private final QueryService service = QueryService.start(database, log);
    private final Map<String, Told> told = new LinkedHashMap<>();
    private final Map<CountryCode, String> tokens = new ConcurrentHashMap<>();

    /**
     * A case that was told up to one moment, and the same moment in the case that was told to its end.
     *
     * @param whole the case that was told to its end
     */
    private record Told(CaseId caseId, CaseId whole, List<Recorded<CaseEvent>> history, List<Recorded<CaseEvent>> all) {
        Recorded<CaseEvent> last() {
            return history.get(history.size() - 1);
        }
    }

    static Looking at(Map<String, Supplier<Telling>> tellings) {
        Looking looking = new Looking();
        tellings.forEach((story, telling) -> looking.tell(story, telling.get()));
        await().atMost(60, SECONDS)
                .until(() -> looking.service.bean(Watch.class).all().stream()
                        .allMatch(projection -> projection.lagEvents() == 0));
        return looking;
    }

    private void tell(String story, Telling telling) {
        CaseId whole = record(telling.history());
        for (String moment : telling.moments()) {
            List<Recorded<CaseEvent>> until = telling.until(moment);
            told.put(story + ", " + moment, new Told(record(until), whole, until, telling.history()));
        }
    }

    private CaseId record(List<Recorded<CaseEvent>> history) {
        CaseId caseId = freshId();
        log.append(Retold.of(history, caseId));
        return caseId;
    }

    /** Records further events of one case, and returns when every view has taken them in. */
    void append(List<Recorded<CaseEvent>> events) {
        log.append(events);
        Recorded<CaseEvent> last = events.get(events.size() - 1);
        for (ProjectionStatus view : service.bean(Watch.class).all()) {
            await().pollDelay(Duration.ZERO)
                    .atMost(60, SECONDS)
                    .ignoreExceptionsInstanceOf(NotYetVisible.class)
                    .until(() -> sees(view, last));
        }
    }

    private boolean sees(ProjectionStatus view, Recorded<CaseEvent> last) {
        service.bean(VersionAwaiter.class).await(view.name(), last.event().caseId(), last.version());
        return true;
    }

    static CaseId freshId() {
        UUID random = UUID.randomUUID();
        return new CaseId(
                new UUID(random.getMostSignificantBits() & ~0xF000L | 0x7000L, random.getLeastSignificantBits()));
    }

    QueryService service() {
        return service;
    }

    EventLog log() {
        return log;
    }

    Collection<String> moments() {
        return told.keySet();
    }

    Glance live(Cell cell) {
        return live(cell.story() + ", " + cell.at());
    }

    /** @param moment of a story, such as {@code declined, goes on} */
    Glance live(String moment) {
        Told then = told.get(moment);
        return new Glance(then.caseId(), null, then.history(), then.history());
    }

    Glance byInstant(Cell cell) {
        return new Glance(
                told(cell).whole(),
                told(cell).last().at().toString(),
                told(cell).history(),
                told(cell).all());
    }

    Glance byVersion(Cell cell) {
        return new Glance(
                told(cell).whole(),
                Long.toString(told(cell).last().version()),
                told(cell).history(),
                told(cell).all());
    }

    private Told told(Cell cell) {
        return told.get(cell.story() + ", " + cell.at());
    }

    HttpResponse<String> get(CountryCode reader, String path, String... headers) {
        return service.get(tokens.computeIfAbsent(reader, this::token), path, headers);
    }

    private String token(CountryCode country) {
        return service.issuer.token("somebody", Countries.focalPointOf(country).value(), Role.NATIONAL_FOCAL_POINT);
    }

    @Override
    public void close() {
        service.close();
        log.store().shutDown();
        database.close();
    }

    /**
     * A look at one case.
     *
     * @param asOf of which moment; null for now
     */
    final class Glance {
        final CaseId caseId;
        private final String asOf;
        private final List<Recorded<CaseEvent>> then;
        private final List<Recorded<CaseEvent>> now;

        /**
         * @param then what had happened at the moment that one looks at
         * @param now what has happened by now
         */
        private Glance(CaseId caseId, String asOf, List<Recorded<CaseEvent>> then, List<Recorded<CaseEvent>> now) {
            this.caseId = caseId;
            this.asOf = asOf;
            this.then = then;
            this.now = now;
        }

        /** How far the case has come by now. */
        long version() {
            return now.size();
        }

        /** The ids of all referrals that there are by now. */
        Set<String> referrals() {
            return now.stream()
                    .map(Recorded::event)
                    .filter(ReferralDrafted.class::isInstance)
                    .map(event -> ((ReferralDrafted) event).referralId().toString())
                    .collect(Collectors.toCollection(HashSet::new));
        }

        /** What had happened of which the reader could know then, and may know now. */
        List<Recorded<CaseEvent>> known(CountryCode reader) {
            Set<Long> versions = MayKnow.of(then, reader);
            versions.retainAll(MayKnow.of(now, reader));
            return then.stream()
                    .filter(recorded -> versions.contains(recorded.version()))
                    .toList();
        }

        Glance ofAVersionThatIsNone() {
            return new Glance(caseId, Long.toString(version() + 1_000), then, now);
        }

        Glance ofACaseThatIsNone() {
            return new Glance(freshId(), asOf, then, now);
        }

        /** @param path {@code {case}} stands in it for the case */
        HttpResponse<String> get(CountryCode reader, String path, String accept) {
            String at = path.replace("{case}", caseId.toString());
            String whole = asOf == null ? at : at + (at.contains("?") ? "&" : "?") + "asOf=" + asOf;
            return Looking.this.get(reader, whole, "Accept", accept);
        }

        JsonNode json(CountryCode reader, String path) {
            return JSON.readTree(get(reader, path, "application/json").body());
        }
    }
}
