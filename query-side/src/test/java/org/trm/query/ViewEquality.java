package org.trm.query;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trm.events.CaseEvent;
import org.trm.query.history.CaseHistory;
import org.trm.query.projection.Generation;
import org.trm.query.projection.GenerationTable;
import org.trm.query.rebuild.Rebuild;
import org.trm.query.view.CaseRow;
import org.trm.query.view.CaseView;
import org.trm.query.view.Schema;
import org.trm.query.view.Table;
import org.trm.query.view.ViewTables;

/**
 * Proves of a view that what was kept live, what is rebuilt and what is told as of now are the same, whole rows of every
 * table: of many cases, interleaved, in batches of any size, by any number of segments, with restarts in between and a
 * rebuild while cases go on.
 */
public final class ViewEquality implements AutoCloseable {
    private final Class<? extends CaseView<?>> type;
    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final EventLog log = new EventLog(database);
    private final Random random;
    private Node node;

    private ViewEquality(Class<? extends CaseView<?>> type, long seed) {
        this.type = type;
        this.random = new Random(seed);
        restart();
    }

    /** @param stories the events of each case, in order from its first */
    public static void prove(
            Class<? extends CaseView<?>> type, Collection<? extends List<? extends CaseEvent>> stories, long seed) {
        try (ViewEquality equality = new ViewEquality(type, seed)) {
            equality.prove(stories.stream().<List<CaseEvent>>map(List::copyOf).toList());
        }
    }

    private void prove(List<List<CaseEvent>> stories) {
        List<List<CaseEvent>> early = stories.subList(0, stories.size() / 2);
        List<List<CaseEvent>> late = stories.subList(stories.size() / 2, stories.size());
        record(early, true);
        Map<String, List<String>> live = lines(caughtUp());
        assertThat(live.values()).allSatisfy(lines -> assertThat(lines).isNotEmpty());
        assertThat(lines(told(early, 9001))).as("as of now").isEqualTo(live);
        assertThat(lines(rebuilt(begin()))).as("rebuilt").isEqualTo(live);
        Generation next = begin();
        record(late, false);
        assertThat(lines(rebuilt(next))).as("rebuilt meanwhile").isEqualTo(lines(told(stories, 9002)));
    }

    private void record(List<List<CaseEvent>> stories, boolean restarts) {
        int[] recorded = new int[stories.size()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < recorded.length; i++) {
            open.add(i);
        }
        while (!open.isEmpty()) {
            int place = random.nextInt(open.size());
            int chosen = open.get(place);
            List<CaseEvent> story = stories.get(chosen);
            int from = recorded[chosen];
            int to = Math.min(story.size(), from + 1 + random.nextInt(4));
            log.append(from, story.subList(from, to));
            recorded[chosen] = to;
            if (to == story.size()) {
                open.remove(place);
            }
            if (restarts && random.nextInt(1 + stories.size() / 2) == 0) {
                restart();
            }
        }
    }

    private void restart() {
        if (node != null) {
            node.close();
        }
        node = Node.start(database, log, 1 + random.nextInt(4), 1 + random.nextInt(600), type);
    }

    private CaseView<?> view() {
        return node.bean(type);
    }

    private GenerationTable generations() {
        return node.bean(GenerationTable.class);
    }

    private Generation begin() {
        return node.bean(Rebuild.class).begin(view());
    }

    private Schema rebuilt(Generation next) {
        await().atMost(60, SECONDS)
                .until(() -> generations().current(view().name()).equals(next.schema()));
        return caughtUp();
    }

    private Schema caughtUp() {
        Schema current = generations().current(view().name());
        String head = view().tables().get(0).name();
        long events = jdbc.queryForObject("SELECT count(*) FROM events.domain_event", Long.class);
        await().atMost(60, SECONDS)
                .until(() -> jdbc.queryForObject(
                                current.in("SELECT coalesce(sum(version), 0)::bigint FROM ${schema}." + head),
                                Long.class)
                        == events);
        return current;
    }

    /** What is told of the past, written as the view writes it so that it can be compared whole. */
    private Schema told(List<List<CaseEvent>> stories, int number) {
        return told(view(), stories, Schema.of(view().name(), number));
    }

    private <R extends CaseRow> Schema told(CaseView<R> view, List<List<CaseEvent>> stories, Schema schema) {
        CaseHistory history = node.bean(CaseHistory.class);
        ViewTables<R> tables = new ViewTables<>(view, schema);
        tables.create(jdbc);
        tables.save(
                jdbc,
                stories.stream()
                        .map(story -> history.of(story.get(0).caseId()))
                        .map(events -> view.fold().over(events).orElseThrow())
                        .toList());
        return schema;
    }

    private Map<String, List<String>> lines(Schema schema) {
        return view().tables().stream()
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
