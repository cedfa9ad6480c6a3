package org.trm.query.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trm.events.CaseEvent;
import org.trm.events.types.CaseId;
import org.trm.query.EventLog;
import org.trm.query.Node;
import org.trm.query.TestDatabase;
import org.trm.query.sample.Stories;
import org.trm.query.sample.TallyView;

/** Who waits is woken, leaves nothing behind, and takes no place from those who need not wait. */
class VersionAwaiterTest {
    private final HikariDataSource database = TestDatabase.fresh();
    private final EventLog log = new EventLog(database);
    private final List<CaseEvent> story = new Stories(3).story(5);
    private final CaseId id = story.get(0).caseId();

    @AfterEach
    void close() {
        log.store().shutDown();
        database.close();
    }

    @Test
    void who_has_waited_in_vain_or_not_is_forgotten() {
        try (Node node = Node.start(database, log, 1, 500, TallyView.class)) {
            VersionAwaiter awaiter = node.bean(VersionAwaiter.class);
            assertThatThrownBy(() -> awaiter.await("tally", id, 1)).isInstanceOf(NotYetVisible.class);
            log.append(0, story);
            awaiter.await("tally", id, story.size());
            awaiter.await("tally", id, story.size());

            assertThat(awaiter.waiting()).isZero();
        }
    }

    @Test
    void no_more_than_so_many_wait_and_whoever_need_not_is_still_answered() throws InterruptedException {
        try (Node node = Node.thatOnlyReads(database, log, TallyView.class)) {
            VersionAwaiter awaiter = node.bean(VersionAwaiter.class);
            AtomicBoolean there = new AtomicBoolean();
            CountDownLatch seated = new CountDownLatch(VersionAwaiter.MOST_WAITING);
            ExecutorService readers = Executors.newFixedThreadPool(VersionAwaiter.MOST_WAITING);
            for (int i = 0; i < VersionAwaiter.MOST_WAITING; i++) {
                AtomicInteger looks = new AtomicInteger();
                readers.execute(() -> awaiter.await("tally", id, 1, () -> {
                    if (looks.incrementAndGet() == 2) {
                        seated.countDown();
                    }
                    return there.get() ? Optional.of(true) : Optional.empty();
                }));
            }
            seated.await();
            AtomicInteger looks = new AtomicInteger();

            assertThatThrownBy(() -> awaiter.await("tally", id, 1, () -> {
                        looks.incrementAndGet();
                        return Optional.empty();
                    }))
                    .isInstanceOf(NotYetVisible.class);
            assertThat(looks).as("she is sent away without waiting").hasValue(1);
            assertThat(awaiter.await("tally", id, 1, () -> Optional.of("seen"))).isEqualTo("seen");

            there.set(true);
            readers.shutdown();
            await().until(readers::isTerminated);
            assertThat(awaiter.waiting()).isZero();
        }
    }
}
