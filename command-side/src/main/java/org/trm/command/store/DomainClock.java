package org.trm.command.store;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trm.events.wiring.MechanismClock;

/** The one clock by which the mechanism decides and records. */
@Configuration(proxyBeanMethods = false)
class DomainClock {

    /** Moved from real time only where somebody said that it may be: to practise, or to test. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock(
            @Value("${trm.clock.offset:PT0S}") Duration offset, @Value("${trm.clock.movable:false}") boolean movable) {
        return MechanismClock.of(offset, movable);
    }
}
