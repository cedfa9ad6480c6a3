package org.trm.command.timelimits;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.IdentifierFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.trm.command.CaseCommands;
import org.trm.command.CaseCommands.Act;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.timelimit.PassTimeLimit;
import org.trm.events.types.TimeLimit;
import org.trm.events.wiring.Trail;

/**
 * Looks for due clocks and lets their time pass. A row goes only with the event that settles it, so that a crash between
 * claim and event loses nothing: the claim runs out and somebody claims it again; the case itself decides whether there
 * is still something to do.
 */
@Component
class ClockWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final int MOST_AT_ONCE = 100;
    private static final int LOOK_EVERY_MILLIS = 500;
    private static final int STOP_SECONDS = 10;

    private final OpenClocks clocks;
    private final CaseCommands commands;
    private final Clock clock;
    private final ObjectProvider<MeterRegistry> meters;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "clock-watch"));
    private volatile boolean running;

    ClockWatch(OpenClocks clocks, CaseCommands commands, Clock clock, ObjectProvider<MeterRegistry> meters) {
        this.clocks = clocks;
        this.meters = meters;
        this.commands = commands;
        this.clock = clock;
    }

    /** A look that failed, for whatever reason, is followed by the next one: nothing was lost by it. */
    void look() {
        try {
            List<PassTimeLimit> due;
            do {
                due = clocks.claimDue(clock.instant(), MOST_AT_ONCE);
                due.stream().takeWhile(limit -> running).forEach(this::pass);
            } while (running && due.size() == MOST_AT_ONCE);
        } catch (RuntimeException | Error e) {
            LOG.warn("Due time limits could not be claimed; looking again in {} ms", LOOK_EVERY_MILLIS, e);
        }
    }

    private void pass(PassTimeLimit due) {
        Act act = Act.ofTheClock(nextId());
        try (var correlation = MDC.putCloseable(Trail.CORRELATION, act.correlationId())) {
            count(due.limit(), outcome(due, act));
        }
    }

    private String outcome(PassTimeLimit due, Act act) {
        try {
            Decision decision = commands.send(due, act);
            if (decision instanceof Refused refused) {
                LOG.warn("A due {} limit was refused: {}; trying again later", due.limit(), refused.rule());
                return "refused";
            }
            return "done";
        } catch (RuntimeException e) {
            LOG.warn("A due {} limit could not be passed; trying again later", due.limit(), e);
            return "failed";
        }
    }

    private void count(TimeLimit limit, String outcome) {
        meters.ifAvailable(registry -> registry.counter("trm.clocks.passed", "limit", limit.name(), "outcome", outcome)
                .increment());
    }

    private static UUID nextId() {
        return UUID.fromString(IdentifierFactory.getInstance().generateIdentifier());
    }

    @Override
    public void start() {
        running = true;
        watch.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        watch.shutdown();
        try {
            // What is being decided is still written down; what was claimed beside it is another node's after a while.
            watch.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
