package org.trm.query.rebuild;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trm.events.CaseEvent;
import org.trm.query.EventLog;
import org.trm.query.Node;
import org.trm.query.TestDatabase;
import org.trm.query.projection.Generation;
import org.trm.query.projection.Generation.State;
import org.trm.query.projection.Generation.Wish;
import org.trm.query.projection.GenerationTable;
import org.trm.query.projection.ViewLocks;
import org.trm.query.sample.FragileView;
import org.trm.query.sample.Stories;
import org.trm.query.view.VersionAwaiter;
import org.trm.query.web.QueryProblem;

/** What operators wish of a rebuild that is under way is heeded, whichever node they tell. */
class WishesTest {
    private static final String VIEW = "fragile";

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final EventLog log = new EventLog(database);
    private final List<CaseEvent> story = new Stories(3).story(12);
    private final List<Node> nodes = new ArrayList<>();

    @AfterEach
    void close() {
        FragileView.isMended();
        nodes.forEach(Node::close);
        log.store().shutDown();
        database.close();
    }

    private Node start() {
        return known(Node.start(database, log, 2, 200, FragileView.class));
    }

    private Node thatOnlyReads() {
        return known(Node.thatOnlyReads(database, log, FragileView.class));
    }

    private Node known(Node node) {
        nodes.add(node);
        return node;
    }

    private void stop(Node node) {
        node.close();
        nodes.remove(node);
    }

    /** A node that has taken in the first half of a case. */
    private Node withHalfOfACase() {
        Node node = start();
        log.append(0, story.subList(0, 6));
        await().atMost(20, SECONDS)
                .until(() -> node.bean(Watch.class).all().get(0).lagEvents() == 0);
        return node;
    }

    private static Generation begin(Node node) {
        return node.bean(Rebuild.class).begin(node.bean(FragileView.class));
    }

    /** Begins one that folds its first event when the latch is opened, and heeds nothing before. */
    private static Generation beginToFold(Node node, CountDownLatch folding) {
        FragileView.waitsFor(folding);
        Generation begun = begin(node);
        await().atMost(20, SECONDS).until(() -> now(node, begun).startsAt() != null);
        return begun;
    }

    private static Generation tell(Node node, Wish wish) {
        return node.bean(Wishes.class).tell(node.bean(FragileView.class), wish);
    }

    private static GenerationTable generations(Node node) {
        return node.bean(GenerationTable.class);
    }

    private static Generation now(Node node, Generation generation) {
        return generations(node).find(VIEW, generation.number()).orElseThrow();
    }

    private static void awaitState(Node node, Generation generation, State state) {
        await().atMost(20, SECONDS).until(() -> now(node, generation).state() == state);
    }

    private void assertNothingIsLeftOf(Generation generation) {
        assertThat(jdbc.queryForList("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'view%'", String.class))
                .doesNotContain(generation.schema().name())
                .contains("view_fragile_1");
        assertThat(tokens(generation)).isZero();
    }

    private long tokens(Generation generation) {
        return jdbc.queryForObject(
                "SELECT count(*) FROM views.token WHERE processor_name = ?", Long.class, generation.processor());
    }

    /** What the sessions do that hold a view. */
    private List<String> holders() {
        return jdbc.queryForList(
                "SELECT state FROM pg_stat_activity WHERE pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND granted AND database = (SELECT oid FROM pg_database"
                        + " WHERE datname = current_database()))",
                String.class);
    }

    @Test
    void a_paused_rebuild_rests_until_it_is_resumed_and_readers_notice_nothing() {
        Node node = withHalfOfACase();
        CountDownLatch folding = new CountDownLatch(1);
        Generation begun = beginToFold(node, folding);
        assertThat(tell(node, Wish.PAUSE).number()).isEqualTo(begun.number());
        folding.countDown();

        awaitState(node, begun, State.PAUSED);
        await().atMost(5, SECONDS).until(() -> holders().equals(List.of("idle")));
        log.append(6, story.subList(6, story.size()));
        node.bean(VersionAwaiter.class).await(VIEW, story.get(0).caseId(), story.size());
        assertThat(generations(node).current(VIEW).name()).isEqualTo("view_fragile_1");

        tell(node, Wish.GO_ON);

        awaitState(node, begun, State.CURRENT);
        assertThat(now(node, begun).pausedMillis()).isPositive();
        assertThat(jdbc.queryForObject(begun.schema().in("SELECT count(*) FROM ${schema}.line"), Integer.class))
                .isEqualTo(story.size());
    }

    @Test
    void one_that_is_paused_while_it_catches_up_is_followed_by_no_node() {
        Node before = withHalfOfACase();
        Node builder = thatOnlyReads();
        stop(before);
        Generation begun = begin(builder);
        awaitState(builder, begun, State.CATCHING_UP);
        tell(builder, Wish.PAUSE);
        awaitState(builder, begun, State.PAUSED);

        Node follower = start();

        await().during(1, SECONDS).atMost(5, SECONDS).until(() -> tokens(begun) == 0);
        tell(follower, Wish.GO_ON);
        awaitState(builder, begun, State.CURRENT);
        assertThat(now(builder, begun).pausedMillis()).isZero();
    }

    @Test
    void a_rebuild_is_cancelled_by_another_node_than_builds_it_and_can_be_asked_for_again() throws Exception {
        Node builder = withHalfOfACase();
        Node other = start();
        Generation begun;
        try (Connection writing = database.getConnection()) {
            writing.setAutoCommit(false);
            writing.createStatement().execute("DELETE FROM events.domain_event WHERE false");
            begun = begin(builder);
            tell(other, Wish.CANCEL);
            awaitState(other, begun, State.CANCELLED);
            writing.rollback();
        }
        assertThat(now(other, begun).failure()).isEqualTo("It was cancelled.");
        assertNothingIsLeftOf(begun);
        assertThat(generations(other).current(VIEW).name()).isEqualTo("view_fragile_1");
        await().atMost(5, SECONDS).until(() -> holders().isEmpty());
        awaitState(other, begin(builder), State.CURRENT);
    }

    @Test
    void one_that_is_paused_is_cancelled() {
        Node builder = withHalfOfACase();
        CountDownLatch folding = new CountDownLatch(1);
        Generation begun = beginToFold(builder, folding);
        tell(builder, Wish.PAUSE);
        folding.countDown();
        awaitState(builder, begun, State.PAUSED);

        tell(builder, Wish.CANCEL);

        awaitState(builder, begun, State.CANCELLED);
        assertNothingIsLeftOf(begun);
    }

    @Test
    void one_that_catches_up_is_cancelled() {
        Node before = withHalfOfACase();
        Node builder = thatOnlyReads();
        stop(before);
        Generation begun = begin(builder);
        awaitState(builder, begun, State.CATCHING_UP);

        tell(builder, Wish.CANCEL);

        awaitState(builder, begun, State.CANCELLED);
        assertNothingIsLeftOf(begun);
    }

    @Test
    void what_is_cancelled_is_neither_paused_nor_resumed() {
        Node node = withHalfOfACase();
        CountDownLatch folding = new CountDownLatch(1);
        Generation begun = beginToFold(node, folding);
        tell(node, Wish.CANCEL);

        for (Wish late : List.of(Wish.PAUSE, Wish.GO_ON)) {
            assertThatThrownBy(() -> tell(node, late))
                    .isInstanceOf(QueryProblem.class)
                    .hasMessageContaining("has been cancelled");
        }
        assertThat(tell(node, Wish.CANCEL).number()).isEqualTo(begun.number());
        folding.countDown();
        awaitState(node, begun, State.CANCELLED);
    }

    @Test
    void nothing_is_wished_of_a_view_that_is_not_being_rebuilt() {
        Node node = start();

        for (Wish wish : Wish.values()) {
            assertThatThrownBy(() -> tell(node, wish))
                    .isInstanceOf(QueryProblem.class)
                    .hasMessageContaining("not being rebuilt");
        }
    }

    @Test
    void a_generation_is_not_read_after_something_else_is_wished() throws Exception {
        Node node = thatOnlyReads();
        ViewLocks locks = node.bean(ViewLocks.class);
        Connection lock = locks.hold(VIEW).orElseThrow();
        Generation next = generations(node).add(VIEW, 1, State.CATCHING_UP);

        tell(node, Wish.PAUSE);
        assertThat(generations(node).switchTo(next)).isFalse();
        assertThat(generations(node)
                        .current(node.bean(FragileView.class))
                        .orElseThrow()
                        .number())
                .isEqualTo(1);

        tell(node, Wish.GO_ON);
        assertThat(generations(node).switchTo(next)).isTrue();
        locks.release(lock, VIEW);
    }

    @Test
    void a_pause_does_not_outlive_the_node_that_builds() {
        Node first = withHalfOfACase();
        CountDownLatch folding = new CountDownLatch(1);
        Generation begun = beginToFold(first, folding);
        tell(first, Wish.PAUSE);
        folding.countDown();
        awaitState(first, begun, State.PAUSED);
        stop(first);

        Node second = start();

        awaitState(second, begun, State.FAILED);
        assertThat(now(second, begun).failure()).contains("stopped");
        assertNothingIsLeftOf(begun);
    }

    @Test
    void what_a_dead_node_was_building_is_cleared_away_paused_or_cancelled() throws Exception {
        Node node = thatOnlyReads();
        ViewLocks locks = node.bean(ViewLocks.class);
        Connection lock = locks.hold(VIEW).orElseThrow();
        Generation paused = generations(node).add(VIEW, 1, State.PAUSED);
        locks.release(lock, VIEW);
        awaitState(node, paused, State.FAILED);

        lock = locks.hold(VIEW).orElseThrow();
        Generation cancelled = generations(node).add(VIEW, 1, State.BUILDING);
        tell(node, Wish.CANCEL);
        locks.release(lock, VIEW);
        awaitState(node, cancelled, State.CANCELLED);
    }
}
