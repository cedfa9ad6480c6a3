package org.trm.command.casefile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DataClass;
import org.trm.events.types.PersonalField;
import org.trm.events.types.PersonalField.Reach;
import org.trm.events.types.ReferralState;
import org.trm.events.types.Scope;

/**
 * Which country may open which sealed data about the person. It follows from the process alone: the country that opens the
 * case is entitled to all; when a transfer is {@code READY}, its receiving country is entitled to what the person consented
 * to disclose, for as long as the transfer lives; when custody moves, that passes on for good, and the former holder keeps
 * what was not handed over, which is its own record. What has a legal channel of its own never goes over.
 *
 * @param epochs what was held in each; a new epoch begins whenever a country loses something, so that it could not open
 *     what is recorded afterwards even with a key that it kept
 * @param shared what the receiving country of the live transfer is entitled to; null when nothing is shared
 */
public record Access(List<Epoch> epochs, Shared shared) {
    static final Access NONE = new Access(List.of(), null);

    /** Everything that there may be about a person. */
    private static final Set<Scope> ALL =
            Stream.of(PersonalField.values()).map(Scope::of).collect(Collectors.toUnmodifiableSet());

    private static final Set<ReferralState> RELEASED =
            EnumSet.of(ReferralState.READY, ReferralState.IN_TRANSIT, ReferralState.INTERRUPTED, ReferralState.ARRIVED);

    /** By country, what of the data recorded in an epoch is its own to read. */
    record Epoch(Map<CountryCode, Set<Scope>> holds) {
        Set<Scope> of(CountryCode country) {
            return holds.getOrDefault(country, Set.of());
        }

        private Epoch with(CountryCode country, Set<Scope> scopes) {
            Map<CountryCode, Set<Scope>> more = new HashMap<>(holds);
            more.put(country, Set.copyOf(scopes));
            return new Epoch(Map.copyOf(more));
        }
    }

    /** What one country is shown by another. */
    record Shared(CountryCode by, CountryCode to, Set<Scope> scopes) {}

    /** The epoch, counted from 1, in which data is recorded now. */
    public int epoch() {
        return epochs.size();
    }

    /**
     * Who may open what is of this scope and was recorded in this epoch.
     *
     * @throws IllegalArgumentException when that epoch has not begun
     */
    public Set<CountryCode> readers(Scope scope, int epoch) {
        if (epoch > epoch()) {
            throw new IllegalArgumentException("epoch " + epoch + " of " + epoch());
        }
        Epoch of = epochs.get(epoch - 1);
        Set<CountryCode> readers = of.holds().keySet().stream()
                .filter(country -> of.of(country).contains(scope))
                .collect(Collectors.toCollection(HashSet::new));
        if (shared != null
                && shared.scopes().contains(scope)
                && of.of(shared.by()).contains(scope)) {
            readers.add(shared.to());
        }
        return readers;
    }

    /** Whether the country may open something because another one shows it to it. */
    public boolean isSharedWith(CountryCode country) {
        return shared != null && shared.to().equals(country) && !shared.scopes().isEmpty();
    }

    /** What follows when the case has come from one state to the next. */
    Access after(CaseState before, CaseState next) {
        if (before == null) {
            return new Access(List.of(ownedBy(next.holder())), null);
        }
        Shared now = sharing(next);
        if (!before.holder().equals(next.holder())) {
            return handedOver(before.holder(), next.holder(), now);
        }
        boolean loses = shared != null
                && (now == null
                        || !now.to().equals(shared.to())
                        || !now.scopes().containsAll(shared.scopes()));
        return new Access(loses ? and(epochs, ownedBy(next.holder())) : epochs, now);
    }

    /** What she had consented to disclose when it was shared passes on for good. */
    private Access handedOver(CountryCode from, CountryCode to, Shared now) {
        Set<DataClass> consented = shared == null
                ? Set.of()
                : shared.scopes().stream().map(Scope::dataClass).collect(Collectors.toSet());
        List<Epoch> after = new ArrayList<>();
        for (Epoch epoch : epochs) {
            Set<Scope> handed = epoch.of(from).stream()
                    .filter(scope -> scope.reach() != Reach.NEVER && consented.contains(scope.dataClass()))
                    .collect(Collectors.toSet());
            after.add(epoch.with(from, minus(epoch.of(from), handed)).with(to, plus(epoch.of(to), handed)));
        }
        return new Access(and(after, ownedBy(to)), now);
    }

    /**
     * What is shared in a state: what she consents to when both sides have signed, and from then on the same, less what she
     * takes back. A consent that lapses while she is on her way takes nothing from those who wait for her.
     */
    private Shared sharing(CaseState state) {
        Optional<Referral> released = state.liveTransfer().filter(referral -> RELEASED.contains(referral.state()));
        return released.map(referral -> {
                    boolean shares = shared != null && shared.to().equals(referral.to());
                    Set<DataClass> consented = consented(state, referral, shares);
                    Set<Scope> scopes = (shares ? shared.scopes() : ALL)
                            .stream()
                                    .filter(scope ->
                                            scope.reach() == Reach.AFTER_READY && consented.contains(scope.dataClass()))
                                    .collect(Collectors.toUnmodifiableSet());
                    return new Shared(referral.from(), referral.to(), scopes);
                })
                .orElse(null);
    }

    /** @param once whether it suffices that a consent was good when it was shared, and has not been withdrawn since */
    private static Set<DataClass> consented(CaseState state, Referral referral, boolean once) {
        return state.consents().stream()
                .filter(consent -> consent.names(referral.receivingOrganisation()))
                .filter(consent -> once
                        ? !consent.withdrawn() && consent.given().scope() == ConsentScope.DISCLOSURE
                        : consent.holds(ConsentScope.DISCLOSURE, referral.to(), state.minor(), state.recordedAt()))
                .flatMap(consent -> consent.given().dataClasses().stream())
                .collect(Collectors.toSet());
    }

    private static Epoch ownedBy(CountryCode country) {
        return new Epoch(Map.of(country, ALL));
    }

    private static List<Epoch> and(List<Epoch> epochs, Epoch next) {
        List<Epoch> more = new ArrayList<>(epochs);
        more.add(next);
        return List.copyOf(more);
    }

    private static Set<Scope> minus(Set<Scope> all, Set<Scope> some) {
        Set<Scope> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Set<Scope> plus(Set<Scope> some, Set<Scope> others) {
        Set<Scope> more = new HashSet<>(some);
        more.addAll(others);
        return more;
    }
}
