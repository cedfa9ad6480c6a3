package org.trm.query.rebuild;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trm.events.CaseEvent;
import org.trm.query.EventLog;
import org.trm.query.Node;
import org.trm.query.TestDatabase;
import org.trm.query.projection.Generation;
import org.trm.query.projection.GenerationTable;
import org.trm.query.projection.Projections;
import org.trm.query.projection.ViewLocks;
import org.trm.query.sample.Stories;
import org.trm.query.sample.TallyView;
import org.trm.query.view.VersionAwaiter;
import org.trm.query.web.QueryProblem;

class RebuildTest {
    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final EventLog log = new EventLog(database);
    private final Stories stories = new Stories(2);
    private Node node;

    @BeforeEach
    void start() {
        node = Node.start(database, log, 2, 500, TallyView.class);
    }

    @AfterEach
    void close() {
        node.close();
        log.store().shutDown();
        database.close();
    }

    private Generation begin() {
        return node.bean(Rebuild.class).begin(node.bean(TallyView.class));
    }

    private Generation now(Generation generation) {
        return node.bean(GenerationTable.class)
                .find(generation.view(), generation.number())
                .orElseThrow();
    }

    /** And until the rebuild has had its last look, for which it keeps others away. */
    private void awaitState(Generation generation, Generation.State state) {
        await().atMost(20, SECONDS).until(() -> now(generation).state() == state);
        ViewLocks locks = node.bean(ViewLocks.class);
        await().atMost(20, SECONDS).until(() -> {
            Optional<Connection> free = locks.hold(generation.view());
            if (free.isPresent()) {
                locks.release(free.get(), generation.view());
            }
            return free.isPresent();
        });
    }

    private long count(String sql) {
        return jdbc.queryForObject(
                node.bean(GenerationTable.class).current("tally").in(sql), Long.class);
    }

    private List<CaseEvent> recorded(int events) {
        List<CaseEvent> story = stories.story(events);
        log.append(0, story);
        return story;
    }

    @Test
    void a_rebuilt_view_takes_over_and_goes_on() {
        recorded(12);
        List<CaseEvent> story = stories.story(12);
        log.append(0, story.subList(0, 6));
        Generation next = begin();
        awaitState(next, Generation.State.CURRENT);
        assertThat(node.bean(GenerationTable.class).current("tally")).isEqualTo(next.schema());
        assertThat(count("SELECT count(*) FROM ${schema}.tally")).isEqualTo(2);
        log.append(6, story.subList(6, 12));
        node.bean(VersionAwaiter.class).await("tally", story.get(0).caseId(), 12);
        assertThat(count("SELECT count(*) FROM ${schema}.line"))
                .isEqualTo(count("SELECT sum(version)::bigint FROM ${schema}.tally"));
    }

    @Test
    void an_empty_store_can_be_rebuilt_from() {
        awaitState(begin(), Generation.State.CURRENT);
        List<CaseEvent> story = recorded(3);
        node.bean(VersionAwaiter.class).await("tally", story.get(0).caseId(), 3);
    }

    @Test
    void a_view_is_rebuilt_once_at_a_time_across_nodes() throws Exception {
        ViewLocks locks = node.bean(ViewLocks.class);
        Connection elsewhere = locks.hold("tally").orElseThrow();
        assertThatThrownBy(this::begin).isInstanceOf(QueryProblem.class).hasMessageContaining("is being rebuilt");
        locks.release(elsewhere, "tally");
        awaitState(begin(), Generation.State.CURRENT);
    }

    @Test
    void a_rebuild_that_fails_says_why_and_leaves_the_view_as_it_was() {
        List<CaseEvent> story = recorded(4);
        node.bean(VersionAwaiter.class).await("tally", story.get(0).caseId(), story.size());
        log.append(story.size() + 1, story.subList(3, 4));
        Generation next = begin();
        awaitState(next, Generation.State.FAILED);
        assertThat(now(next).failure())
                .contains("comes after version " + story.size() + ": an event in between is missing");
        assertThat(count("SELECT count(*) FROM ${schema}.tally")).isEqualTo(1);
        assertThat(schemas()).doesNotContain(next.schema().name());
        ProjectionStatus status = node.bean(Watch.class).all().get(0);
        assertThat(status.rebuild().failure()).contains("is missing");
        await().atMost(10, SECONDS)
                .until(() -> node.bean(Watch.class).all().get(0).lagEvents() == 1);
    }

    @Test
    void what_a_dead_node_was_building_is_cleared_away() {
        GenerationTable generations = node.bean(GenerationTable.class);
        Generation left = generations.add("tally", 1, Generation.State.BUILDING);
        jdbc.execute("CREATE SCHEMA " + left.schema().name());
        node.bean(Projections.class).look();
        assertThat(now(left).state()).isEqualTo(Generation.State.FAILED);
        assertThat(now(left).failure()).contains("stopped");
        assertThat(schemas()).doesNotContain(left.schema().name());
    }

    @Test
    void the_generation_that_was_read_before_is_kept_for_a_while_and_then_dropped() {
        Generation next = begin();
        awaitState(next, Generation.State.CURRENT);
        node.bean(Projections.class).look();
        assertThat(schemas()).contains("view_tally_1");
        jdbc.update("UPDATE views.generation SET changed_at = now() - interval '31 s' WHERE number = 1");
        node.bean(Projections.class).look();
        assertThat(schemas()).doesNotContain("view_tally_1").contains("view_tally_2");
    }

    @Test
    void an_event_that_commits_late_is_not_lost() throws Exception {
        List<CaseEvent> story = recorded(1);
        try (Connection late = database.getConnection()) {
            late.setAutoCommit(false);
            late.createStatement()
                    .execute("INSERT INTO events.domain_event (event_identifier, aggregate_identifier, sequence_number,"
                            + " type, time_stamp, payload_type, payload_revision, payload, metadata) SELECT 'late',"
                            + " aggregate_identifier, 1, type, time_stamp, 'trm.case.ErasureRequestWithdrawn', '1',"
                            + " convert_to('{\"caseId\":\"' || aggregate_identifier || '\"}', 'UTF8'), metadata"
                            + " FROM events.domain_event");
            recorded(5);
            Generation next = begin();
            await().pollDelay(300, java.util.concurrent.TimeUnit.MILLISECONDS)
                    .until(() -> now(next).state() == Generation.State.BUILDING);
            late.commit();
            awaitState(next, Generation.State.CURRENT);
        }
        node.bean(VersionAwaiter.class).await("tally", story.get(0).caseId(), 2);
    }

    private List<String> schemas() {
        return jdbc.queryForList("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'view%'", String.class);
    }
}
