package org.trm.query;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trm.query.sample.Happenings.BG;
import static org.trm.query.sample.Happenings.organisation;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trm.events.CaseEvent;
import org.trm.events.EmergencyEvent;
import org.trm.events.Recorded;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.Role;
import org.trm.query.history.CaseHistory;
import org.trm.query.projection.Generation;
import org.trm.query.projection.GenerationTable;
import org.trm.query.rebuild.Rebuild;
import org.trm.query.view.CaseRow;
import org.trm.query.view.CaseView;
import org.trm.query.view.Schema;
import org.trm.query.view.Table;
import org.trm.query.view.ViewTables;
import org.trm.query.web.QueryProblem;

/**
 * Proves of views that what was kept live, what is rebuilt and what is told as of now are the same, whole rows of every
 * table: of many cases, interleaved, in batches of any size, by any number of segments, with restarts in between and a
 * rebuild while cases go on.
 */
public final class ViewEquality implements AutoCloseable {
    private static final int RESTARTS = 6;

    /** Events of one transaction: so many are recorded in a test that one by one would take longer than it proves. */
    private static final int MOST_TOGETHER = 60;

    private final Collection<? extends Class<?>> types;
    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final EventLog log = new EventLog(database);
    private final Random random;
    private Node node;

    private ViewEquality(Collection<? extends Class<?>> types, long seed) {
        this.types = types;
        this.random = new Random(seed);
        restart();
    }

    /** @param stories the events of each case, in order from its first */
    public static void prove(
            Class<? extends CaseView<?>> type, Collection<? extends List<? extends CaseEvent>> stories, long seed) {
        prove(List.of(type), stories.stream().map(ViewEquality::byTheClock).toList(), seed);
    }

    /** @param stories what was recorded of each case, by whom and when, in order from its first event */
    public static void prove(Collection<? extends Class<?>> types, List<List<Recorded<CaseEvent>>> stories, long seed) {
        try (ViewEquality equality = new ViewEquality(types, seed)) {
            equality.prove(stories);
        }
    }

    /** No clock acts in an emergency. */
    private static Actor actor(CaseEvent event) {
        return event instanceof EmergencyEvent
                ? new Actor(ActorKind.PERSON, new UUID(9, 9), "issuer", organisation(BG), BG, Role.POLICE)
                : Actor.CLOCK;
    }

    private static List<Recorded<CaseEvent>> byTheClock(List<? extends CaseEvent> story) {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        return IntStream.range(0, story.size())
                .mapToObj(i -> new Recorded<CaseEvent>(story.get(i), i + 1L, now.plusSeconds(i), actor(story.get(i))))
                .toList();
    }

    private void prove(List<List<Recorded<CaseEvent>>> stories) {
        List<List<Recorded<CaseEvent>>> early = stories.subList(0, stories.size() / 2);
        List<List<Recorded<CaseEvent>>> late = stories.subList(stories.size() / 2, stories.size());
        record(early, true);
        for (CaseView<?> view : views()) {
            Map<String, List<String>> live = lines(view, caughtUp(view));
            assertThat(live.values())
                    .as(view.name())
                    .allSatisfy(lines -> assertThat(lines).isNotEmpty());
            assertSame(view, "as of now", told(view, early, 9001), live);
            assertSame(view, "rebuilt", rebuilt(view, begin(view)), live);
        }
        Map<String, Generation> next = views().stream().collect(Collectors.toMap(CaseView::name, this::begin));
        record(late, false);
        for (CaseView<?> view : views()) {
            Map<String, List<String>> told = lines(view, told(view, stories, 9002));
            assertSame(view, "rebuilt meanwhile", rebuilt(view, next.get(view.name())), told);
        }
    }

    private void assertSame(CaseView<?> view, String how, Schema schema, Map<String, List<String>> expected) {
        assertThat(lines(view, schema)).as(view.name() + " " + how).isEqualTo(expected);
    }

    private void record(List<List<Recorded<CaseEvent>>> stories, boolean restarts) {
        int events = stories.stream().mapToInt(List::size).sum();
        int[] recorded = new int[stories.size()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < recorded.length; i++) {
            open.add(i);
        }
        List<Recorded<CaseEvent>> together = new ArrayList<>();
        while (!open.isEmpty()) {
            int place = random.nextInt(open.size());
            int chosen = open.get(place);
            List<Recorded<CaseEvent>> story = stories.get(chosen);
            int from = recorded[chosen];
            int to = Math.min(story.size(), from + 1 + random.nextInt(8));
            together.addAll(story.subList(from, to));
            recorded[chosen] = to;
            if (to == story.size()) {
                open.remove(place);
            }
            if (open.isEmpty() || random.nextInt(MOST_TOGETHER) < together.size()) {
                log.append(together);
                together.clear();
            }
            if (restarts && random.nextInt(events) < RESTARTS * (to - from)) {
                restart();
            }
        }
    }

    private void restart() {
        if (node != null) {
            node.close();
        }
        node = Node.start(database, log, 1 + random.nextInt(4), 1 + random.nextInt(600), types);
    }

    private List<CaseView<?>> views() {
        return node.views();
    }

    private GenerationTable generations() {
        return node.bean(GenerationTable.class);
    }

    /** When a generation is read, the rebuild that made it may still be at its last look, and another is refused. */
    private Generation begin(CaseView<?> view) {
        return await().atMost(120, SECONDS)
                .ignoreExceptionsInstanceOf(QueryProblem.class)
                .until(() -> node.bean(Rebuild.class).begin(view), generation -> true);
    }

    private Schema rebuilt(CaseView<?> view, Generation next) {
        await().atMost(120, SECONDS)
                .until(() -> generations().current(view.name()).equals(next.schema()));
        return caughtUp(view);
    }

    private Schema caughtUp(CaseView<?> view) {
        Schema current = generations().current(view.name());
        String head = view.tables().get(0).name();
        long events = jdbc.queryForObject("SELECT count(*) FROM events.domain_event", Long.class);
        await().atMost(120, SECONDS)
                .until(() -> jdbc.queryForObject(
                                current.in("SELECT coalesce(sum(version), 0)::bigint FROM ${schema}." + head),
                                Long.class)
                        == events);
        return current;
    }

    /** What is told of the past, written as the view writes it so that it can be compared whole. */
    private <R extends CaseRow> Schema told(CaseView<R> view, List<List<Recorded<CaseEvent>>> stories, int number) {
        Schema schema = Schema.of(view.name(), number);
        CaseHistory history = node.bean(CaseHistory.class);
        ViewTables<R> tables = new ViewTables<>(view, schema);
        tables.create(jdbc);
        tables.save(
                jdbc,
                stories.stream()
                        .map(story -> history.of(story.get(0).event().caseId()))
                        .map(events -> view.fold().over(events).orElseThrow())
                        .toList());
        return schema;
    }

    private Map<String, List<String>> lines(CaseView<?> view, Schema schema) {
        return view.tables().stream()
                .map(Table::name)
                .collect(Collectors.toMap(table -> table, table -> lines(schema, table), (a, b) -> a, TreeMap::new));
    }

    private List<String> lines(Schema schema, String table) {
        return jdbc.queryForList(
                schema.in("SELECT line::text FROM ${schema}." + table + " line ORDER BY 1"), String.class);
    }

    @Override
    public void close() {
        node.close();
        log.store().shutDown();
        database.close();
    }
}
