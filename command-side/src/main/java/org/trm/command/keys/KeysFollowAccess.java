package org.trm.command.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.Access;
import org.trm.command.casefile.AccessOfAct;
import org.trm.command.casefile.Case;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.store.StaleCase;
import org.trm.events.CaseEvent;
import org.trm.events.PersonalEvent;
import org.trm.events.ReferralEvent.CustodyTransferred;
import org.trm.events.privacy.DataKey;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.privacy.KeyStore;
import org.trm.events.privacy.KeyWrap;
import org.trm.events.privacy.KeyWraps;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.privacy.Tampered;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;

/**
 * Stands around the handling of a command, in its transaction: when the act changes who may read, the wraps change with
 * it, or neither does; and what it records is sealed under a key of now, which is wrapped for those who may read now. Taking
 * away needs no key, and so never fails for want of one.
 */
@Component
@Order(1)
final class KeysFollowAccess implements MessageHandlerInterceptor<CommandMessage<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(KeysFollowAccess.class);

    private static final int MOST_SETTLED = 10_000;

    private final StoredWraps wraps;
    private final Granting granting;
    private final KeyWraps wrapping;

    /**
     * Keys that have been recorded under, with all their wraps. A key is made before the act for which it is made, and
     * meanwhile another act may have changed who reads, and not have seen it; every act after the first one sees it.
     */
    private final Cache<DataKeyId, Boolean> settled =
            Caffeine.newBuilder().maximumSize(MOST_SETTLED).build();

    KeysFollowAccess(StoredWraps wraps, Granting granting, KeyStore store) {
        this.wraps = wraps;
        this.granting = granting;
        this.wrapping = new KeyWraps(store);
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        Object decision = chain.proceed();
        if (decision instanceof Happened happened
                && !happened.events().isEmpty()
                && work.getResource(Case.ACCESS) instanceof AccessOfAct of) {
            requirePresentEpoch(happened.events(), of.access());
            Set<DataKeyId> used = keys(happened.events());
            if (of.changed() || !settled.asMap().keySet().containsAll(used)) {
                follow(happened.events(), of.access());
                work.afterCommit(done -> used.forEach(key -> settled.put(key, true)));
            }
        }
        return decision;
    }

    private static Set<DataKeyId> keys(List<CaseEvent> events) {
        return events.stream()
                .filter(PersonalEvent.class::isInstance)
                .map(event -> DataKeyId.of(((PersonalEvent) event).sealed()))
                .collect(Collectors.toSet());
    }

    private void follow(List<CaseEvent> events, Access access) {
        CaseId caseId = events.get(0).caseId();
        Map<DataKeyId, List<KeyWrap>> kept = wraps.of(caseId).stream().collect(Collectors.groupingBy(KeyWrap::key));
        boolean custodyMoves = events.stream().anyMatch(CustodyTransferred.class::isInstance);
        kept.forEach((key, wrapped) -> follow(wrapped, readers(access, key), custodyMoves));
    }

    /** It was sealed before the rules were asked: meanwhile somebody may have lost what it would let her read. */
    private static void requirePresentEpoch(List<CaseEvent> events, Access access) {
        for (CaseEvent event : events) {
            if (event instanceof PersonalEvent personal && personal.sealed().epoch() != access.epoch()) {
                throw new StaleCase();
            }
        }
    }

    /** Another node may have taken the case further, and made keys of an epoch that this one does not know. */
    private static Set<CountryCode> readers(Access access, DataKeyId key) {
        if (key.epoch() > access.epoch()) {
            throw new StaleCase();
        }
        return access.readers(key.scope(), key.epoch());
    }

    private void follow(List<KeyWrap> kept, Set<CountryCode> readers, boolean custodyMoves) {
        Set<CountryCode> missing = new HashSet<>(readers);
        kept.forEach(wrap -> missing.remove(wrap.country()));
        if (!missing.isEmpty()) {
            grant(kept, missing, custodyMoves);
        }
        kept.stream().filter(wrap -> !readers.contains(wrap.country())).forEach(wraps::remove);
    }

    /**
     * What is released must be readable, or it is not released; but a person who has arrived is handed over even if a key is
     * lost: who is responsible for her must not hang on that.
     */
    private void grant(List<KeyWrap> kept, Set<CountryCode> countries, boolean custodyMoves) {
        try {
            DataKey key = unwrapped(kept);
            countries.forEach(country -> granting.grant(key, country));
        } catch (KeysUnreachable | Tampered e) {
            if (!custodyMoves) {
                throw e;
            }
            LOG.error("{} could not be handed over: {}", kept.get(0).key(), e.getMessage());
        }
    }

    /** By whichever wrap opens. */
    private DataKey unwrapped(List<KeyWrap> kept) {
        List<RuntimeException> failures = new ArrayList<>();
        for (KeyWrap wrap : kept) {
            try {
                return wrapping.unwrap(wrap);
            } catch (KeysUnreachable | Tampered e) {
                failures.add(e);
            }
        }
        throw failures.get(0);
    }
}
