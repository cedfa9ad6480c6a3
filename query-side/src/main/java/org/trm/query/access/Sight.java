package org.trm.query.access;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.trm.events.types.CountryCode;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Relation;
import org.trm.query.access.Relations.Address;

/**
 * What one reader sees of one case: what any of her countries sees. Of the past she sees what could be seen then, unless
 * it may not be seen any more.
 */
public final class Sight {
    /** An event, as far as it decides who sees it; a view keeps this with each line. */
    public interface Meant {
        long version();

        Audience audience();

        /** Null for an event that belongs to no referral. */
        ReferralId referralId();

        /** The country for which somebody acted; null for the clock. */
        CountryCode actingCountry();
    }

    private final List<CountrySight> countries;
    private final Relation standing;
    private final Predicate<Meant> events;
    private final Predicate<Address> referrals;

    private Sight(
            List<CountrySight> countries, Relation standing, Predicate<Meant> events, Predicate<Address> referrals) {
        this.countries = countries;
        this.standing = standing;
        this.events = events;
        this.referrals = referrals;
    }

    /** Empty when the reader may not even know of the case, or not of this part of any. */
    public static Optional<Sight> of(Relations relations, Entitlement entitlement, Part part) {
        List<CountrySight> countries = entitlement.countries().stream()
                .map(country -> CountrySight.of(country, relations))
                .filter(country -> country.relation() != Relation.NONE)
                .filter(country -> isNamed(entitlement, country))
                .sorted(Comparator.comparing(CountrySight::relation))
                .toList();
        return countries.isEmpty() || !entitlement.to(part)
                ? Optional.empty()
                : Optional.of(new Sight(
                        countries, countries.get(0).relation(), seenBy(countries), referralsSeenBy(countries)));
    }

    /** The same in the past: what could be seen then, and may be seen now. */
    public Sight within(Sight now) {
        return new Sight(
                countries,
                standing(now),
                events.and(now.events),
                referrals.and(referral -> now.referrals.test(now.present(referral))));
    }

    /** A referral as it is by now. */
    private Address present(Address past) {
        return foremost().relations().address(past.referralId()).orElse(past);
    }

    /** A country that is not asked any more sees no more of the past than what else it is lets it see. */
    private Relation standing(Sight now) {
        CountrySight then = foremost();
        boolean askedNoMore = then.relation() == Relation.ADDRESSED
                && now.countries.stream()
                        .filter(country -> country.country().equals(then.country()))
                        .noneMatch(country -> country.relation() == Relation.HOLDER
                                || country.relation() == Relation.ADDRESSED
                                || country.heldUntil() > then.heldUntil());
        if (!askedNoMore) {
            return then.relation();
        }
        return then.heldUntil() > 0 ? Relation.FORMER_HOLDER : Relation.FORMERLY_ADDRESSED;
    }

    public boolean sees(Meant event) {
        return events.test(event);
    }

    public boolean sees(Address referral) {
        return referrals.test(referral);
    }

    /** What her foremost country may be shown of the case as: what it is to it, less what has ended since. */
    public Relation standing() {
        return standing;
    }

    /** The version of the case that she is told: the latest that any of her countries is. */
    public long version(long ofCase) {
        return countries.stream()
                .mapToLong(country -> country.version(ofCase))
                .max()
                .orElseThrow();
    }

    /** As which country she sees most of the case. */
    public CountrySight foremost() {
        return countries.get(0);
    }

    private static boolean isNamed(Entitlement entitlement, CountrySight sight) {
        return entitlement.named() == null
                || sight.relations().organisations(sight.country()).contains(entitlement.named());
    }

    private static Predicate<Meant> seenBy(List<CountrySight> countries) {
        return event -> countries.stream()
                .anyMatch(country ->
                        country.sees(event.version(), event.audience(), event.referralId(), event.actingCountry()));
    }

    private static Predicate<Address> referralsSeenBy(List<CountrySight> countries) {
        return referral -> countries.stream().anyMatch(country -> country.sees(referral));
    }
}
