package org.trm.command.keys;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.Case;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.documents.StoredDocuments;
import org.trm.command.duplicates.Comparisons;
import org.trm.command.store.Migrations;
import org.trm.events.ErasureEvent.PersonErased;
import org.trm.events.privacy.KeyStore;
import org.trm.events.types.CaseId;
import org.trm.events.wiring.EventCatalogue;

/**
 * Destroys the keys of whoever is erased, her documents, and by what she is compared: when the event stands in the store and
 * nothing can come between any more, and before it is committed, so that nobody is told of an erasure that has not happened.
 * At every start the same is done again for all who were erased, before anybody is answered: somebody may have put a backup
 * back. One of the database may be older than the erasure, and then says nothing of it; one of the keys' notes may be lost.
 */
@Component
@Order(2)
final class KeysOfTheErased implements MessageHandlerInterceptor<CommandMessage<?>>, InitializingBean {
    private final StoredWraps wraps;
    private final KeyStore store;
    private final Comparisons comparisons;
    private final StoredDocuments documents;
    private final JdbcClient jdbc;

    /** @param migrated so that there is a store to look into */
    KeysOfTheErased(
            StoredWraps wraps,
            KeyStore store,
            Comparisons comparisons,
            StoredDocuments documents,
            JdbcClient jdbc,
            Migrations migrated) {
        this.wraps = wraps;
        this.store = store;
        this.comparisons = comparisons;
        this.documents = documents;
        this.jdbc = jdbc;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        Object decision = chain.proceed();
        if (decision instanceof Happened happened) {
            happened.events().stream()
                    .filter(PersonErased.class::isInstance)
                    .forEach(erased -> work.onPrepareCommit(
                            prepared -> destroy(erased.caseId(), work.getResource(Case.RECORDED_AT))));
        }
        return decision;
    }

    private void destroy(CaseId caseId, Instant at) {
        wraps.of(caseId).forEach(wraps::remove);
        comparisons.forget(caseId);
        documents.removeAllOf(caseId);
        store.shred(caseId, at);
    }

    @Override
    public void afterPropertiesSet() {
        Map<CaseId, Instant> erased = new HashMap<>(store.shredded());
        jdbc.sql("SELECT aggregate_identifier, time_stamp FROM events.domain_event WHERE payload_type = ?")
                .param(EventCatalogue.nameOf(PersonErased.class))
                .query(row -> {
                    erased.put(CaseId.of(row.getString(1)), Instant.parse(row.getString(2)));
                });
        erased.forEach(this::destroy);
    }
}
