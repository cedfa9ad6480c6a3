package org.trm.command.keys.replacement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    private static final int ROWS_AT_ONCE = 50;

    /** A batch does not take longer, and a key that cannot be reached for so long is not asked for again in the same look. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final StoredWraps wraps;
    private final KeyStore store;
    private final KeyReplacement replacement;
    private final KeyWraps wrapping;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Duration destroyAfter;
    private final Map<String, Instant> unusedSince = new HashMap<>();
    private final Map<String, Integer> failed = new HashMap<>();

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
                keys.remove(keys.size() - 1);
                for (CountryKey older : keys) {
                    wrapAgain(older, goOn);
                    destroyIfUnused(older);
                }
            }
        }
    }

    private void wrapAgain(CountryKey older, BooleanSupplier goOn) {
        List<RuntimeException> failures = new ArrayList<>();
        KeyWrap last = null;
        do {
            KeyWrap after = last;
            last = transactions.execute(status -> wrapAgain(older, after, failures));
        } while (last != null && goOn.getAsBoolean());
        Integer before = failed.put(older.id(), failures.size());
        if (!failures.isEmpty() && !Integer.valueOf(failures.size()).equals(before)) {
            LOG.error(
                    "{} data keys cannot be wrapped to another key than {}, which is kept for them: {}",
                    failures.size(),
                    older.id(),
                    failures.get(0).getMessage());
        }
    }

    /**
     * No row is locked before all is wrapped: a device may take long, and an act that takes a row away does not wait for it.
     *
     * @return the last that was tried; null when there are no more, or the next one would be waited for in vain
     */
    private KeyWrap wrapAgain(CountryKey older, KeyWrap after, List<RuntimeException> failures) {
        wraps.keepKeyOf(older.country());
        Instant began = clock.instant();
        KeyWrap last = null;
        Map<KeyWrap, KeyWrap> again = new LinkedHashMap<>();
        for (KeyWrap wrap : wraps.to(older, after, ROWS_AT_ONCE)) {
            last = wrap;
            boolean reached = true;
            try {
                again.put(wrap, wrapping.wrap(wrapping.unwrap(wrap), wrap.country()));
            } catch (KeysUnreachable e) {
                failures.add(e);
                reached = false;
            } catch (Tampered e) {
                failures.add(e);
            } catch (Shredded e) {
                // The act that erases her takes it away.
            }
            if (!clock.instant().isBefore(began.plus(PATIENCE))) {
                last = reached ? wrap : null;
                break;
            }
        }
        again.forEach(wraps::replace);
        return last;
    }

    /**
     * That nothing is wrapped to it is first noted when nobody is wrapping: whoever begins later does not take it. While it
     * is waited for then, nobody who wraps is in the way of it or held up by it.
     */
    private void destroyIfUnused(CountryKey older) {
        Instant since = unusedSince.get(older.id());
        if (since == null ? wraps.isNeeded(older) : isTooEarly(since)) {
            return;
        }
        transactions.executeWithoutResult(status -> {
            if (!wraps.nobodyWrapsFor(older.country())) {
                return;
            }
            if (wraps.isNeeded(older)) {
                unusedSince.remove(older.id());
                return;
            }
            if (!isTooEarly(unusedSince.computeIfAbsent(older.id(), unknown -> clock.instant()))) {
                replacement.destroy(older);
                unusedSince.remove(older.id());
                LOG.info("Nothing is wrapped to {} any more, and it was destroyed.", older.id());
            }
        });
    }

    private boolean isTooEarly(Instant unusedSince) {
        return unusedSince.plus(destroyAfter).isAfter(clock.instant());
    }
}
