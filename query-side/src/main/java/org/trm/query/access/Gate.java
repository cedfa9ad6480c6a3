package org.trm.query.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Keeps short what stands before every request: as Spring Security sets it up, looking at the headers and watching its own
 * filters takes longer than judging an act. In one process both sides share the first.
 */
@Configuration(proxyBeanMethods = false)
class Gate {

    /** As strict as its defaults, without their regular expressions over every character of every header. */
    @Bean
    @ConditionalOnMissingBean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(Gate::printable);
        firewall.setAllowedHeaderValues(value -> printable(value.replace('\t', ' ')));
        return firewall;
    }

    /** Requests are measured as a whole; a measure of each filter of each request is looked at by nobody. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    static boolean printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' && (Character.isISOControl(c) || !Character.isDefined(c))) {
                return false;
            }
        }
        return true;
    }
}
