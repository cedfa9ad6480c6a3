package org.trm.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;

class DrainTest {
    private static final Duration DRAIN = Duration.ofMillis(300);

    /** Stands for whatever a service stops first. */
    private static final class AtWork implements SmartLifecycle {
        private boolean atWork;
        private long stopped;

        @Override
        public void start() {
            atWork = true;
        }

        @Override
        public void stop() {
            atWork = false;
            stopped = System.nanoTime();
        }

        @Override
        public boolean isRunning() {
            return atWork;
        }
    }

    @Test
    void a_service_that_is_told_to_stop_works_on_for_as_long_as_it_drains() {
        AtWork work = new AtWork();
        GenericApplicationContext service = new GenericApplicationContext();
        service.registerBean("drain", Drain.class, () -> new Drain(DRAIN));
        service.registerBean("work", AtWork.class, () -> work);
        service.refresh();

        long told = System.nanoTime();
        service.close();

        assertThat(work.isRunning()).isFalse();
        assertThat(Duration.ofNanos(work.stopped - told)).isGreaterThanOrEqualTo(DRAIN);
    }
}
