package org.trm.query.projection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trm.events.CaseEvent;
import org.trm.events.types.CaseId;
import org.trm.query.EventLog;
import org.trm.query.Node;
import org.trm.query.TestDatabase;
import org.trm.query.sample.Stories;
import org.trm.query.sample.TallyView;
import org.trm.query.view.NotYetVisible;
import org.trm.query.view.VersionAwaiter;

class ProjectionsTest {
    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final EventLog log = new EventLog(database);
    private final Stories stories = new Stories(1);

    @AfterEach
    void close() {
        log.store().shutDown();
        database.close();
    }

    private Node node(int segments) {
        return Node.start(database, log, segments, 500, TallyView.class);
    }

    private long version(Node node, CaseId id) {
        List<Long> found = jdbc.queryForList(
                node.bean(GenerationTable.class)
                        .current("tally")
                        .in("SELECT version FROM ${schema}.tally WHERE case_id = ?"),
                Long.class,
                id.value());
        return found.isEmpty() ? 0 : found.get(0);
    }

    @Test
    void a_reader_who_waits_sees_what_was_recorded() {
        try (Node node = node(1)) {
            List<CaseEvent> story = stories.story(10);
            CaseId id = story.get(0).caseId();
            log.append(0, story);
            node.bean(VersionAwaiter.class).await("tally", id, story.size());
            assertThat(version(node, id)).isEqualTo(story.size());
            assertThat(jdbc.queryForObject(
                            node.bean(GenerationTable.class).current("tally").in("SELECT count(*) FROM ${schema}.line"),
                            Long.class))
                    .isEqualTo(story.size());
        }
    }

    @Test
    void a_reader_does_not_wait_for_ever() {
        try (Node node = node(1)) {
            CaseId id = stories.story(1).get(0).caseId();
            assertThatThrownBy(() -> node.bean(VersionAwaiter.class).await("tally", id, 1))
                    .isInstanceOf(NotYetVisible.class);
        }
    }

    @Test
    void a_view_stands_still_on_a_missing_event_and_says_so() {
        try (Node node = node(1)) {
            List<CaseEvent> story = stories.story(5);
            log.append(0, story.subList(0, 2));
            await().atMost(20, SECONDS).until(() -> version(node, story.get(0).caseId()) == 2);
            log.append(3, story.subList(3, 4));
            Generation generation = node.bean(GenerationTable.class)
                    .current(node.bean(TallyView.class))
                    .orElseThrow();
            await().atMost(10, SECONDS)
                    .until(() ->
                            node.bean(Projections.class).failure(generation).isPresent());
            assertThat(node.bean(Projections.class).failure(generation).orElseThrow())
                    .contains("View tally: version 4")
                    .contains("comes after version 2: an event in between is missing");
            assertThat(version(node, story.get(0).caseId())).isEqualTo(2);
        }
    }

    @Test
    void another_node_goes_on_where_one_stopped() {
        List<CaseEvent> story = stories.story(20);
        CaseId id = story.get(0).caseId();
        try (Node first = node(2)) {
            log.append(0, story.subList(0, 10));
            first.bean(VersionAwaiter.class).await("tally", id, 10);
        }
        try (Node second = node(2)) {
            log.append(10, story.subList(10, story.size()));
            await().atMost(10, SECONDS).until(() -> version(second, id) == story.size());
        }
    }

    /** By the segments that it has of the view. */
    private Map<String, Long> shares() {
        return jdbc.queryForList("SELECT coalesce(owner, 'nobody') FROM views.token", String.class).stream()
                .collect(groupingBy(owner -> owner, counting()));
    }

    @Test
    void a_node_that_comes_in_is_left_its_share_and_whoever_stays_takes_it_back() {
        try (Node first = node(4)) {
            String early = first.bean(Nodes.class).name();
            await().atMost(10, SECONDS).until(() -> shares().equals(Map.of(early, 4L)));
            try (Node second = node(4)) {
                String late = second.bean(Nodes.class).name();
                await().atMost(20, SECONDS).until(() -> shares().equals(Map.of(early, 2L, late, 2L)));
            }
            await().atMost(20, SECONDS).until(() -> shares().equals(Map.of(early, 4L)));
        }
    }

    @Test
    void a_node_that_was_not_heard_of_for_a_while_is_left_nothing() {
        try (Node node = node(1)) {
            Nodes nodes = node.bean(Nodes.class);
            jdbc.update("INSERT INTO views.node VALUES ('another', 'tally 1', clock_timestamp())");
            jdbc.update("INSERT INTO views.node VALUES ('of another release', 'tally 2', clock_timestamp())");
            assertThat(nodes.taking()).isEqualTo(2);
            jdbc.update("UPDATE views.node SET seen_at = seen_at - interval '6 seconds' WHERE node = 'another'");
            assertThat(nodes.taking()).isEqualTo(1);
        }
    }
}
