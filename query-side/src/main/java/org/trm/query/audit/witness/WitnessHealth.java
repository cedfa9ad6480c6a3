package org.trm.query.audit.witness;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.trm.query.alarm.Alarm;

/** Down when a witness saw another history of a log; who is silent is named, for it may be her network. Acts go on. */
@Component("witnesses")
class WitnessHealth implements HealthIndicator, Alarm {
    private final Witnesses witnesses;

    WitnessHealth(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    @Override
    public Health health() {
        List<WitnessStanding> all = witnesses.standings();
        List<String> alarms = sentences(all, WitnessStanding.State.DISAGREES);
        Health.Builder health = alarms.isEmpty() ? Health.up() : Health.down().withDetail("alarms", alarms);
        return health.withDetail("silent", sentences(all, WitnessStanding.State.SILENT))
                .build();
    }

    @Override
    public Code code() {
        return Code.WITNESS_DISAGREES;
    }

    @Override
    public boolean isRaised() {
        return !sentences(witnesses.standings(), WitnessStanding.State.DISAGREES)
                .isEmpty();
    }

    private static List<String> sentences(List<WitnessStanding> all, WitnessStanding.State state) {
        return all.stream()
                .filter(standing -> standing.state() == state)
                .map(standing -> standing.name() + ", " + standing.log() + ": " + standing.sentence())
                .toList();
    }
}
