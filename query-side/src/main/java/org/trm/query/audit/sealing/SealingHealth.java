package org.trm.query.audit.sealing;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.trm.query.alarm.Alarm;

/** Down when a log stands still: what is recorded then cannot be proven. Acts go on. */
@Component("sealedLog")
class SealingHealth implements HealthIndicator, Alarm {
    private final Sealing sealing;
    private final Clock clock;

    SealingHealth(Sealing sealing, Clock clock) {
        this.sealing = sealing;
        this.clock = clock;
    }

    @Override
    public Health health() {
        List<String> alarms = alarms();
        return alarms.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("alarms", alarms).build();
    }

    private List<String> alarms() {
        return Arrays.stream(LogName.values())
                .map(log -> sealing.growing(log).alarm(clock.instant()))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Code code() {
        return Code.LOG_NOT_SEALED;
    }

    @Override
    public boolean isRaised() {
        return !alarms().isEmpty();
    }
}
