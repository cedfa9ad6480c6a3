package org.trm.query.rebuild;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Status;
import org.trm.events.CaseEvent;
import org.trm.query.EventLog;
import org.trm.query.Node;
import org.trm.query.TestDatabase;
import org.trm.query.sample.Stories;
import org.trm.query.sample.TallyView;

/** A node is ready when its views can be read; how far behind they are, and that one stands still, is told by figures. */
class ViewsHealthTest {
    private final HikariDataSource database = TestDatabase.fresh();
    private final EventLog log = new EventLog(database);
    private final List<CaseEvent> story = new Stories(1).story(6);
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        log.store().shutDown();
        database.close();
    }

    private static Status health(Node node) {
        return node.bean(ViewsHealth.class).health().getStatus();
    }

    private Node follows() {
        return Node.start(database, log, 1, 500, TallyView.class);
    }

    private static void becomesReady(Node node) {
        await().atMost(30, SECONDS).until(() -> health(node).equals(Status.UP));
    }

    private double figure(Node node, String name) {
        meters.clear();
        new ViewFigures(
                node.bean(Watch.class),
                node.views(),
                new StaticListableBeanFactory(Map.of("meters", meters)).getBeanProvider(MeterRegistry.class));
        return meters.get(name).tags("view", "tally").gauge().value();
    }

    @Test
    void a_node_whose_views_are_being_filled_is_not_ready_until_they_are() {
        log.append(0, story);
        try (Node node = Node.thatOnlyReads(database, log, TallyView.class)) {
            assertThat(health(node)).isEqualTo(Status.OUT_OF_SERVICE);
            assertThat(node.bean(ViewsHealth.class).health().getDetails()).containsEntry("late", List.of("tally"));

            try (Node other = follows()) {
                becomesReady(other);
            }
            assertThat(health(node)).isEqualTo(Status.UP);
        }
    }

    @Test
    void a_node_that_was_ready_stays_so_when_a_view_is_late_and_the_figures_tell_it() {
        log.append(0, story.subList(0, 2));
        try (Node node = follows()) {
            becomesReady(node);
            assertThat(node.bean(ViewsStandStill.class).isRaised()).isFalse();
            log.append(3, story.subList(3, 5));
            await().atMost(30, SECONDS)
                    .until(() -> node.bean(ViewsStandStill.class).isRaised());

            assertThat(health(node)).isEqualTo(Status.UP);
            assertThat(figure(node, "trm.view.lag.events")).isEqualTo(2);
            assertThat(figure(node, "trm.view.lag.seconds")).isPositive();
            assertThat(figure(node, "trm.view.stopped")).isEqualTo(1);
        }
    }
}
