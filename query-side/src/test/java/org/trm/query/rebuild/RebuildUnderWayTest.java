package org.trm.query.rebuild;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trm.events.CaseEvent;
import org.trm.query.EventLog;
import org.trm.query.Node;
import org.trm.query.TestDatabase;
import org.trm.query.projection.Generation;
import org.trm.query.projection.GenerationTable;
import org.trm.query.projection.ViewLocks;
import org.trm.query.sample.Stories;
import org.trm.query.sample.TallyView;
import org.trm.query.view.Schema;
import org.trm.query.web.QueryProblem;

/** Rebuilds while events are recorded, nodes come and go, and several ask at once. */
class RebuildUnderWayTest {
    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final EventLog log = new EventLog(database);
    private final List<Node> nodes = new ArrayList<>();

    @AfterEach
    void close() {
        nodes.forEach(Node::close);
        log.store().shutDown();
        database.close();
    }

    private Node start() {
        Node node = Node.start(database, log, 2, 200, TallyView.class);
        nodes.add(node);
        return node;
    }

    private static Generation begin(Node node) {
        return node.bean(Rebuild.class).begin(node.bean(TallyView.class));
    }

    private static Generation now(Node node, Generation generation) {
        return node.bean(GenerationTable.class)
                .find(generation.view(), generation.number())
                .orElseThrow();
    }

    private static void awaitState(Node node, Generation generation, Generation.State state) {
        await().atMost(60, SECONDS).until(() -> now(node, generation).state() == state);
    }

    /** A rebuild holds on to its view a moment longer than it takes until the view is read from what it built. */
    private static void awaitRebuilt(Node node, Generation generation) {
        awaitState(node, generation, Generation.State.CURRENT);
        await().atMost(10, SECONDS).until(() -> isFree(node.bean(ViewLocks.class)));
    }

    private static boolean isFree(ViewLocks locks) throws SQLException {
        Optional<Connection> lock = locks.hold("tally");
        if (lock.isPresent()) {
            locks.release(lock.get(), "tally");
        }
        return lock.isPresent();
    }

    /** Every case has come as far as its events, and there is a line for each of them. */
    private void awaitComplete(Node node) {
        Schema current = node.bean(GenerationTable.class).current("tally");
        await().atMost(60, SECONDS)
                .until(() -> jdbc.queryForObject(
                                current.in("SELECT coalesce(sum(version), 0)::bigint FROM ${schema}.tally"), Long.class)
                        .equals(events()));
        assertThat(jdbc.queryForObject(current.in("SELECT count(*) FROM ${schema}.line"), Long.class))
                .isEqualTo(events());
        assertThat(jdbc.queryForList(current.in("""
                        SELECT case_id::text FROM ${schema}.tally
                        EXCEPT SELECT aggregate_identifier FROM events.domain_event
                        GROUP BY aggregate_identifier"""))).isEmpty();
    }

    private Long events() {
        return jdbc.queryForObject("SELECT count(*) FROM events.domain_event", Long.class);
    }

    /** Cases that grow in transactions of any length: an event is often visible before one with a lower index. */
    private void write(long seed, int cases) {
        Random random = new Random(seed);
        Stories stories = new Stories(seed);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        for (int i = 0; i < cases; i++) {
            List<CaseEvent> story = stories.story(6);
            for (int from = 0; from < story.size(); from += 2) {
                int first = from;
                List<CaseEvent> some = story.subList(from, Math.min(story.size(), from + 2));
                transaction.executeWithoutResult(status -> {
                    log.append(first, some);
                    LockSupport.parkNanos(Duration.ofMillis(random.nextInt(40)).toNanos());
                });
                log.signal().committed();
            }
        }
    }

    @Test
    void nothing_is_lost_or_doubled_when_events_commit_out_of_order_during_rebuilds() throws Exception {
        Node node = start();
        ExecutorService writers = Executors.newFixedThreadPool(6);
        List<Future<?>> writing = new ArrayList<>();
        for (long seed = 1; seed <= 6; seed++) {
            long one = seed;
            writing.add(writers.submit(() -> write(one, 40)));
        }
        int rebuilds = 0;
        while (writing.stream().anyMatch(writer -> !writer.isDone())) {
            awaitRebuilt(node, begin(node));
            rebuilds++;
        }
        for (Future<?> writer : writing) {
            writer.get();
        }
        writers.shutdown();
        assertThat(rebuilds).isGreaterThan(1);
        awaitComplete(node);
    }

    @Test
    void a_node_that_stops_in_the_middle_of_a_rebuild_leaves_the_view_to_another_one() throws Exception {
        Node first = start();
        write(11, 10);
        Generation begun;
        try (Connection writing = database.getConnection()) {
            writing.setAutoCommit(false);
            writing.createStatement().execute("DELETE FROM events.domain_event WHERE false");
            begun = begin(first);
            awaitState(first, begun, Generation.State.BUILDING);
            first.close();
            nodes.remove(first);
            writing.rollback();
        }
        Node second = start();

        awaitState(second, begun, Generation.State.FAILED);
        assertThat(now(second, begun).failure()).contains("stopped");
        awaitComplete(second);
        awaitRebuilt(second, begin(second));
        awaitComplete(second);
    }

    @Test
    void a_rebuild_whose_connection_breaks_fails_and_can_be_asked_for_again() throws Exception {
        Node node = start();
        write(12, 10);
        Generation begun;
        try (Connection writing = database.getConnection()) {
            writing.setAutoCommit(false);
            writing.createStatement().execute("DELETE FROM events.domain_event WHERE false");
            begun = begin(node);
            assertThat(jdbc.queryForList(
                            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
                                    + " AND database = (SELECT oid FROM pg_database"
                                    + " WHERE datname = current_database())",
                            Boolean.class))
                    .containsExactly(true);
            writing.rollback();
        }
        awaitState(node, begun, Generation.State.FAILED);
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM pg_namespace WHERE nspname = ?",
                        Long.class,
                        begun.schema().name()))
                .isZero();
        awaitRebuilt(node, begin(node));
        awaitComplete(node);
    }

    @Test
    void of_two_nodes_that_ask_at_once_one_rebuilds_and_both_read_what_it_built() throws Exception {
        Node first = start();
        Node second = start();
        write(13, 10);
        for (int round = 0; round < 5; round++) {
            List<Optional<Generation>> begun = askAtOnce(first, second);
            assertThat(begun).as("asked at once").anyMatch(Optional::isPresent);
            for (Generation generation :
                    begun.stream().flatMap(Optional::stream).toList()) {
                awaitRebuilt(first, generation);
            }
        }
        Schema latest = first.bean(GenerationTable.class)
                .current(first.bean(TallyView.class))
                .orElseThrow()
                .schema();
        for (Node node : nodes) {
            await().atMost(10, SECONDS)
                    .until(() ->
                            node.bean(GenerationTable.class).current("tally").equals(latest));
            awaitComplete(node);
        }
    }

    /** While events are being written, so that neither can be done before the other asks. */
    private List<Optional<Generation>> askAtOnce(Node first, Node second) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (Connection writing = database.getConnection()) {
            writing.setAutoCommit(false);
            writing.createStatement().execute("DELETE FROM events.domain_event WHERE false");
            var asked = List.of(first, second).stream()
                    .map(node -> CompletableFuture.supplyAsync(() -> asks(node, together)))
                    .toList();
            List<Optional<Generation>> begun =
                    asked.stream().map(CompletableFuture::join).toList();
            assertThat(begun.stream().filter(Optional::isPresent)).hasSize(1);
            writing.rollback();
            return begun;
        }
    }

    private static Optional<Generation> asks(Node node, CyclicBarrier together) {
        try {
            together.await(10, SECONDS);
            return Optional.of(begin(node));
        } catch (QueryProblem refused) {
            return Optional.empty();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_view_can_be_rebuilt_the_moment_its_node_has_started() {
        write(14, 5);
        for (int round = 0; round < 4; round++) {
            Node node = start();
            awaitRebuilt(node, begin(node));
            write(20 + round, 3);
            awaitComplete(node);
            node.close();
            nodes.remove(node);
        }
    }
}
