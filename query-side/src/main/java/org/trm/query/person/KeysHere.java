package org.trm.query.person;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.keys.KeyStores;

/** The store of keys that was configured. In one process both sides share the first. */
@Configuration(proxyBeanMethods = false)
class KeysHere {
    @Bean
    @ConditionalOnMissingBean
    FileKeyStore keyStore(Environment settings) {
        return KeyStores.of(settings::getProperty);
    }

    @Bean
    @ConditionalOnMissingBean(name = "keysHealthIndicator")
    KeysHealth keysHealthIndicator(FileKeyStore store, ObjectProvider<MeterRegistry> meters) {
        return new KeysHealth(store, meters);
    }
}
