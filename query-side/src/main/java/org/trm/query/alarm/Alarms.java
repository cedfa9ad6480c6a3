package org.trm.query.alarm;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks from time to time whether an alarm is raised or over, on this node, and lets it be known: log, figure and call. */
@Component
class Alarms implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final int LOOK_EVERY_SECONDS = 5;

    private final List<Alarm> alarms;
    private final Calls calls;
    private final Set<Alarm.Code> raised = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService thread;

    Alarms(List<Alarm> alarms, Calls calls, ObjectProvider<MeterRegistry> meters) {
        this.alarms = alarms;
        this.calls = calls;
        meters.ifAvailable(registry -> alarms.forEach(alarm -> registry.gauge(
                "trm.alarm",
                Tags.of("alarm", alarm.code().name()),
                this,
                all -> all.raised.contains(alarm.code()) ? 1 : 0)));
    }

    /** An alarm that cannot be looked at stays as it was: what stands in the way has alarms and figures of its own. */
    void look() {
        for (Alarm alarm : alarms) {
            try {
                note(alarm.code(), alarm.isRaised());
            } catch (RuntimeException e) {
                LOG.debug("It could not be seen whether {} is raised.", alarm.code(), e);
            }
        }
        calls.tell(raised);
    }

    private void note(Alarm.Code code, boolean isRaised) {
        if (isRaised && raised.add(code)) {
            LOG.error("ALARM: {}: {}", code, code.sentence());
        } else if (!isRaised && raised.remove(code)) {
            LOG.warn("The alarm {} is over.", code);
        }
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "alarms");
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(this::look, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        thread.shutdownNow();
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
