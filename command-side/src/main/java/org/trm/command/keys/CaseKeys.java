package org.trm.command.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trm.command.casefile.CaseState;
import org.trm.events.privacy.DataKey;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.privacy.KeyStore;
import org.trm.events.privacy.KeyWraps;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Scope;

/**
 * The keys under which cases record now. One that does not exist yet is made and wrapped before anything is sealed under
 * it; if nothing is, it opens nothing.
 */
@Component
class CaseKeys {
    /** For so long a key may still seal after it has been destroyed elsewhere; nothing reads what it seals then. */
    private static final Duration KNOWN_FOR = Duration.ofMinutes(5);

    private static final int MOST_KNOWN = 10_000;

    private final StoredWraps wraps;
    private final KeyStore store;
    private final Granting granting;
    private final KeyWraps wrapping;
    private final TransactionTemplate transactions;
    private final Cache<DataKeyId, DataKey> known = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(KNOWN_FOR)
            .build();

    CaseKeys(StoredWraps wraps, Granting granting, KeyStore store, PlatformTransactionManager transactions) {
        this.wraps = wraps;
        this.granting = granting;
        this.store = store;
        this.wrapping = new KeyWraps(store);
        this.transactions = new TransactionTemplate(transactions);
    }

    /** The key for what is recorded of this scope now. */
    DataKey of(CaseState state, Scope scope) {
        return known.get(id(state, scope), missing -> kept(missing, state));
    }

    /** Whether the keys for what is recorded of these scopes now are known here. */
    boolean atHand(CaseState state, Set<Scope> scopes) {
        return scopes.stream().allMatch(scope -> known.asMap().containsKey(id(state, scope)));
    }

    private static DataKeyId id(CaseState state, Scope scope) {
        return new DataKeyId(state.id(), scope, state.access().epoch());
    }

    private DataKey kept(DataKeyId id, CaseState state) {
        CountryCode holder = state.holder();
        return wraps.of(id, holder).map(wrapping::unwrap).orElseGet(() -> made(id, state));
    }

    /** A case whose key is lost must not be given another one, or the lost one could not be put back. */
    private void requireKeyOfCase(CaseId caseId) {
        if (!store.hasKeyOf(caseId) && !wraps.of(caseId).isEmpty()) {
            throw new KeysUnreachable("The key of case " + caseId + " is missing: put it back from its backup.", null);
        }
    }

    /** Whoever comes second takes the key of who came first: the holder's wrap decides. */
    private DataKey made(DataKeyId id, CaseState state) {
        requireKeyOfCase(id.caseId());
        CountryCode holder = state.holder();
        DataKey fresh = DataKey.fresh(id);
        boolean first = Boolean.TRUE.equals(transactions.execute(status -> {
            if (!granting.grant(fresh, holder)) {
                return false;
            }
            state.access().readers(id.scope(), id.epoch()).stream()
                    .filter(reader -> !reader.equals(holder))
                    .forEach(reader -> granting.grant(fresh, reader));
            return true;
        }));
        return first ? fresh : wraps.of(id, holder).map(wrapping::unwrap).orElseThrow();
    }
}
