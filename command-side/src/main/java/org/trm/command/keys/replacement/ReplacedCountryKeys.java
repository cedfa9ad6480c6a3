package org.trm.command.keys.replacement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trm.command.keys.StoredWraps;
import org.trm.events.privacy.CountryKey;
import org.trm.events.privacy.KeyReplacement;
import org.trm.events.privacy.KeyStore;
import org.trm.events.privacy.KeyWrap;
import org.trm.events.privacy.KeyWraps;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.privacy.Shredded;
import org.trm.events.privacy.Tampered;
import org.trm.events.types.CountryCode;

/**
 * Replaces a country's key: what is wrapped to an older one is wrapped to the one in use, and the older one is destroyed when
 * nothing is wrapped to it any more. Several nodes may do it at once, and each step stands by itself: a row is changed
 * where it lies, so that one that is taken away meanwhile stays away.
 */
@Component
class ReplacedCountryKeys {
    private static final Logger LOG = LoggerFactory.getLogger(ReplacedCountryKeys.class);

    /** For so long at most an act waits that takes a row away. */
    private static final int ROWS_AT_ONCE = 50;

    private final StoredWraps wraps;
    private final KeyStore store;
    private final KeyReplacement replacement;
    private final KeyWraps wrapping;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Duration destroyAfter;
    private final Map<String, Instant> unusedSince = new HashMap<>();
    private final Map<CountryCode, Integer> failed = new HashMap<>();

    /** @param destroyAfter for how long whoever has read a wrap may take to open it */
    ReplacedCountryKeys(
            StoredWraps wraps,
            KeyStore store,
            KeyReplacement replacement,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${trm.keys.destroy-after:PT30S}") Duration destroyAfter) {
        this.wraps = wraps;
        this.store = store;
        this.replacement = replacement;
        this.wrapping = new KeyWraps(store);
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
        this.destroyAfter = destroyAfter;
    }

    /**
     * Gives a country another key, unless one is being replaced already.
     *
     * @return the key in use from now on
     * @throws KeysUnreachable when something is wrapped to a key that is missing: it must be put back first
     */
    CountryKey begin(CountryCode country) {
        Set<String> missing = new HashSet<>(wraps.keysOf(country));
        replacement.keysOf(country).forEach(key -> missing.remove(key.id()));
        if (!missing.isEmpty()) {
            throw new KeysUnreachable("Keys are missing, put them back first from their backup: " + missing, null);
        }
        replacement.beginReplacing(country);
        return store.keyOf(country);
    }

    /**
     * Goes on with whatever is being replaced.
     *
     * @param goOn asked before each batch
     */
    void goOn(BooleanSupplier goOn) {
        for (CountryCode country : replacement.countries()) {
            List<CountryKey> keys = new ArrayList<>(replacement.keysOf(country));
            if (keys.size() > 1 && goOn.getAsBoolean()) {
                CountryKey inUse = keys.remove(keys.size() - 1);
                wrapAgain(inUse, goOn);
                keys.forEach(this::destroyIfUnused);
            }
        }
    }

    private void wrapAgain(CountryKey inUse, BooleanSupplier goOn) {
        List<RuntimeException> failures = new ArrayList<>();
        KeyWrap last = null;
        List<KeyWrap> batch;
        do {
            KeyWrap after = last;
            batch = transactions.execute(status -> wrapAgain(inUse, after, failures));
            last = batch.isEmpty() ? null : batch.get(batch.size() - 1);
        } while (!batch.isEmpty() && goOn.getAsBoolean());
        Integer before = failed.put(inUse.country(), failures.size());
        if (!failures.isEmpty() && !Integer.valueOf(failures.size()).equals(before)) {
            LOG.error(
                    "{} data keys cannot be wrapped to {}, and the key before it is kept for them: {}",
                    failures.size(),
                    inUse.id(),
                    failures.get(0).getMessage());
        }
    }

    private List<KeyWrap> wrapAgain(CountryKey inUse, KeyWrap after, List<RuntimeException> failures) {
        wraps.keepKeyOf(inUse.country());
        List<KeyWrap> batch = wraps.notTo(inUse, after, ROWS_AT_ONCE);
        for (KeyWrap wrap : batch) {
            try {
                wraps.replace(wrapping.wrap(wrapping.unwrap(wrap), wrap.country()));
            } catch (KeysUnreachable | Tampered e) {
                failures.add(e);
            } catch (Shredded e) {
                // The act that erases her takes it away.
            }
        }
        return batch;
    }

    private void destroyIfUnused(CountryKey older) {
        transactions.executeWithoutResult(status -> {
            if (!wraps.nobodyWrapsFor(older.country())) {
                return;
            }
            if (wraps.keysOf(older.country()).contains(older.id())) {
                unusedSince.remove(older.id());
                return;
            }
            Instant now = clock.instant();
            Instant since = unusedSince.computeIfAbsent(older.id(), unknown -> now);
            if (!since.plus(destroyAfter).isAfter(now)) {
                replacement.destroy(older);
                unusedSince.remove(older.id());
                LOG.info("Nothing is wrapped to {} any more, and it was destroyed.", older.id());
            }
        });
    }
}
