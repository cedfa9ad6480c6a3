package org.trm.query.rebuild;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
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
import org.trm.query.projection.Generation.State;
import org.trm.query.projection.Generation.Wish;
import org.trm.query.projection.GenerationTable;
import org.trm.query.sample.FragileView;
import org.trm.query.sample.NewFragileView;
import org.trm.query.sample.Stories;
import org.trm.query.view.NotYetFilled;

/** A view that a release lays out anew is deployed without going dark: nodes of both releases read it, each its own. */
class ProvisionTest {
    private static final String VIEW = "fragile";

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final EventLog log = new EventLog(database);
    private final List<CaseEvent> story = new Stories(4).story(12);
    private final List<Node> nodes = new ArrayList<>();

    @AfterEach
    void close() {
        FragileView.isMended();
        nodes.forEach(Node::close);
        log.store().shutDown();
        database.close();
    }

    private Node start(Class<? extends FragileView> view) {
        Node node = Node.start(database, log, 2, 200, view);
        nodes.add(node);
        return node;
    }

    private void stop(Node node) {
        node.close();
        nodes.remove(node);
    }

    /** A node of the release before, which has taken in the first half of a case. */
    private Node thatHasHalfOfACase() {
        Node before = start(FragileView.class);
        log.append(0, story.subList(0, 6));
        awaitVersion(before, 6);
        return before;
    }

    private void awaitVersion(Node node, long version) {
        await().atMost(20, SECONDS)
                .ignoreExceptionsInstanceOf(NotYetFilled.class)
                .until(() -> version(node) == version);
    }

    private long version(Node node) {
        return jdbc
                .queryForList(
                        node.bean(GenerationTable.class).current(VIEW).in("SELECT version FROM ${schema}.tally"),
                        Long.class)
                .stream()
                .findFirst()
                .orElse(0L);
    }

    private static String read(Node node) {
        return node.bean(GenerationTable.class).current(VIEW).name();
    }

    private void awaitState(Node node, int generation, State state) {
        await().atMost(20, SECONDS)
                .until(() -> node.bean(GenerationTable.class)
                        .find(VIEW, generation)
                        .filter(found -> found.state() == state)
                        .isPresent());
    }

    @Test
    void nodes_of_the_release_before_read_on_while_it_is_built_and_afterwards() {
        Node before = thatHasHalfOfACase();
        CountDownLatch folding = new CountDownLatch(1);
        FragileView.waitsFor(folding);
        Node after = start(NewFragileView.class);
        awaitState(after, 2, State.BUILDING);

        assertThat(version(before)).isEqualTo(6);
        assertThatThrownBy(() -> read(after))
                .isInstanceOf(NotYetFilled.class)
                .hasMessageContaining("0 of 6 events are in it");
        assertThat(after.bean(Watch.class).all())
                .singleElement()
                .satisfies(filling -> assertThat(filling.state()).isEqualTo(ProjectionStatus.State.FILLING))
                .satisfies(filling -> assertThat(filling.rebuild().generation()).isEqualTo(2));
        folding.countDown();

        awaitVersion(after, 6);
        assertThat(read(before)).isEqualTo("view_fragile_1");
        assertThat(read(after)).isEqualTo("view_fragile_2");
        log.append(6, story.subList(6, story.size()));
        awaitVersion(before, story.size());
        awaitVersion(after, story.size());
    }

    @Test
    void what_only_the_release_before_read_is_cleared_away_once_none_of_its_nodes_has_been_there_for_a_while() {
        Node before = thatHasHalfOfACase();
        Node after = start(NewFragileView.class);
        awaitVersion(after, 6);
        stop(before);
        jdbc.update("UPDATE views.generation SET changed_at = now() - interval '11 minutes' WHERE number = 1");

        await().during(2, SECONDS)
                .atMost(5, SECONDS)
                .until(() -> after.bean(GenerationTable.class)
                                .find(VIEW, 1)
                                .orElseThrow()
                                .state()
                        == State.CURRENT);
        jdbc.update(
                "UPDATE views.token SET stored_at = ? WHERE processor_name = 'view-fragile-1'",
                Instant.now().minusSeconds(11 * 60).toString());

        awaitState(after, 1, State.RETIRED);
        jdbc.update("UPDATE views.generation SET changed_at = now() - interval '1 minute' WHERE number = 1");
        awaitState(after, 1, State.DROPPED);
        assertThat(version(after)).isEqualTo(6);
    }

    @Test
    void another_node_of_the_release_builds_what_one_did_not_finish() {
        thatHasHalfOfACase();
        FragileView.waitsFor(new CountDownLatch(1));
        Node after = start(NewFragileView.class);
        awaitState(after, 2, State.BUILDING);
        stop(after);
        FragileView.isMended();

        Node another = start(NewFragileView.class);

        awaitVersion(another, 6);
        assertThat(read(another)).isEqualTo("view_fragile_3");
    }

    @Test
    void what_an_operator_cancels_is_not_begun_again_until_she_asks_for_it() {
        Node before = thatHasHalfOfACase();
        CountDownLatch folding = new CountDownLatch(1);
        FragileView.waitsFor(folding);
        Node after = start(NewFragileView.class);
        awaitState(after, 2, State.BUILDING);
        after.bean(Wishes.class).tell(after.bean(NewFragileView.class), Wish.CANCEL);
        folding.countDown();
        awaitState(after, 2, State.CANCELLED);

        await().during(2, SECONDS)
                .atMost(5, SECONDS)
                .until(() -> after.bean(GenerationTable.class).find(VIEW, 3).isEmpty());
        assertThat(version(before)).isEqualTo(6);
        assertThatThrownBy(() -> read(after)).isInstanceOf(NotYetFilled.class).hasMessageContaining("about to be");

        after.bean(Rebuild.class).begin(after.bean(NewFragileView.class));
        awaitVersion(after, 6);
    }

    @Test
    void a_view_that_is_there_for_the_first_time_is_filled_before_it_is_read() {
        log.append(0, story);

        Node node = start(FragileView.class);

        awaitVersion(node, story.size());
        assertThat(jdbc.queryForObject("SELECT events_done FROM views.generation", Long.class))
                .isEqualTo(story.size());
    }
}
