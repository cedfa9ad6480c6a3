package org.trm.query.audit.check;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.trm.query.alarm.Alarm;
import org.trm.query.audit.sealing.Finding;
import org.trm.query.audit.sealing.LogName;

/** Down when the last comparison of what is stored with its log found something. Acts go on. */
@Component("selfCheck")
class SelfCheckHealth implements HealthIndicator, Alarm {
    private final SelfChecks checks;

    SelfCheckHealth(SelfChecks checks) {
        this.checks = checks;
    }

    @Override
    public Health health() {
        List<String> findings = findings().map(Finding::sentence).toList();
        return findings.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("findings", findings).build();
    }

    private Stream<Finding> findings() {
        return Arrays.stream(LogName.values()).flatMap(log -> checks.findings(log).stream());
    }

    @Override
    public Code code() {
        return Code.HISTORY_CONTRADICTED;
    }

    @Override
    public boolean isRaised() {
        return findings().findAny().isPresent();
    }
}
