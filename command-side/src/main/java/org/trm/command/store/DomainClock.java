package org.trm.command.store;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock by which the mechanism decides and records. */
@Configuration(proxyBeanMethods = false)
class DomainClock {

    /** Moved from real time only where somebody said that it may be: to practise, or to test. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock(
            @Value("${trm.clock.offset:PT0S}") Duration offset, @Value("${trm.clock.movable:false}") boolean movable) {
        if (!offset.isZero() && !movable) {
            throw new IllegalStateException(
                    "trm.clock.offset moves the clock of the mechanism; set trm.clock.movable=true if that is meant");
        }
        return Clock.offset(Clock.systemUTC(), offset);
    }
}
