package org.trm.command.store;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.stereotype.Component;
import org.trm.events.wiring.Provenance;

/** Hands a command's provenance on to its events, and nothing else that its metadata may hold. */
@Component
class ProvenanceOfCommand implements CorrelationDataProvider {

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> provenance = new HashMap<>(message.getMetaData());
        provenance.keySet().retainAll(Provenance.KEYS);
        return provenance;
    }
}
