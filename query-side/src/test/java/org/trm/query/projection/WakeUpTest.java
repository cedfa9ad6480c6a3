package org.trm.query.projection;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trm.events.CaseEvent;
import org.trm.events.types.CaseId;
import org.trm.events.wiring.CommitNews;
import org.trm.query.EventLog;
import org.trm.query.Node;
import org.trm.query.TestDatabase;
import org.trm.query.sample.Stories;
import org.trm.query.sample.TallyView;
import org.trm.query.view.VersionAwaiter;

/** Processes on one database that hardly ever look by themselves: what they see they were told of. */
class WakeUpTest {
    private static final Duration HARDLY_EVER = Duration.ofHours(1);

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final List<Process> processes = new ArrayList<>();
    private final Stories stories = new Stories(2);

    private record Process(EventLog log, CommitNews news) {}

    private EventLog process() {
        EventLog log = new EventLog(database, HARDLY_EVER);
        CommitNews news =
                CommitNews.of(database.getJdbcUrl(), database.getUsername(), database.getPassword(), log.signal());
        news.start();
        processes.add(new Process(log, news));
        return log;
    }

    @AfterEach
    void close() {
        processes.forEach(process -> process.log().store().shutDown());
        processes.forEach(process -> process.news().close());
        database.close();
    }

    private static Node node(HikariDataSource database, EventLog log) {
        return Node.start(database, log, 1, 500, TallyView.class);
    }

    private CaseId recorded(EventLog log) {
        List<CaseEvent> story = stories.story(3);
        log.append(0, story);
        return story.get(0).caseId();
    }

    private void awaitRow(Node node, CaseId id) {
        await().atMost(20, SECONDS)
                .pollInterval(5, MILLISECONDS)
                .until(() -> jdbc.queryForObject(
                                node.bean(GenerationTable.class)
                                        .current("tally")
                                        .in("SELECT count(*) FROM ${schema}.tally WHERE case_id = ?"),
                                Long.class,
                                id.value())
                        == 1);
    }

    private List<Integer> newsConnections() {
        return jdbc.queryForList("""
                SELECT pid FROM pg_stat_activity
                WHERE application_name = 'trm commit news' AND datname = current_database()""", Integer.class);
    }

    @Test
    void whatThisProcessRecordsItsViewsSeeAtOnce() {
        EventLog log = process();
        try (Node node = node(database, log)) {
            for (int time = 0; time < 5; time++) {
                awaitRow(node, recorded(log));
            }
        }
    }

    @Test
    void whatAnotherProcessRecordsTheViewsOfThisOneSee() {
        EventLog here = process();
        EventLog elsewhere = process();
        try (Node node = node(database, here)) {
            for (int time = 0; time < 5; time++) {
                awaitRow(node, recorded(elsewhere));
            }
        }
    }

    @Test
    void aProcessWhoseConnectionWasLostIsToldAgain() {
        EventLog here = process();
        EventLog elsewhere = process();
        try (Node node = node(database, here)) {
            awaitRow(node, recorded(elsewhere));
            newsConnections().forEach(pid -> jdbc.queryForObject("SELECT pg_terminate_backend(?)", Boolean.class, pid));

            awaitRow(node, recorded(elsewhere));
            awaitRow(node, recorded(elsewhere));
        }
    }

    @Test
    void nothingIsLeftOfAProcessThatHasEnded() {
        EventLog here = process();
        recorded(here);
        await().atMost(20, SECONDS).until(() -> newsConnections().size() == 2);
        processes.forEach(process -> process.news().close());
        await().atMost(20, SECONDS).until(() -> newsConnections().isEmpty());
    }

    @Test
    void readersWhoWaitHoldNoConnection() {
        EventLog log = process();
        int more = 2 * database.getMaximumPoolSize();
        ExecutorService readers = Executors.newFixedThreadPool(more);
        try (Node node = node(database, log)) {
            List<CaseEvent> story = stories.story(3);
            CaseId id = story.get(0).caseId();
            VersionAwaiter awaiter = node.bean(VersionAwaiter.class);
            List<CompletableFuture<Void>> waiting = IntStream.range(0, more)
                    .mapToObj(reader -> CompletableFuture.runAsync(() -> awaiter.await("tally", id, 3), readers))
                    .toList();
            await().atMost(2, SECONDS)
                    .pollInterval(1, MILLISECONDS)
                    .until(() -> database.getHikariPoolMXBean().getActiveConnections() == 0);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);

            log.append(0, story);

            assertThat(CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)))
                    .succeedsWithin(Duration.ofSeconds(3));
        } finally {
            readers.shutdown();
        }
    }
}
