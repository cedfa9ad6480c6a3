package org.trm.query.casestatus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.trm.events.types.CountryCode;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Relation;
import org.trm.query.access.CountrySight;
import org.trm.query.access.Relations.Address;
import org.trm.query.access.Sight;
import org.trm.query.referral.RunningLimit;
import org.trm.query.referral.Standing;

/**
 * A case's status as one country sees it.
 *
 * @param version the case's own for a country that may act on it, by which it can make its act conditional; for one whose
 *     part has ended the latest that it sees
 * @param limits those that run for this country to see
 */
record StatusSeen(
        CountryCode country,
        Relation relation,
        Instant since,
        long version,
        Instant updatedAt,
        CaseFacts facts,
        Stage stage,
        List<Standing> referrals,
        List<Limit> limits) {

    /** A running time limit, and the referral that it belongs to; null for one of the case itself. */
    record Limit(ReferralId referralId, RunningLimit running) {}

    static StatusSeen of(StatusRow row, CountrySight country) {
        return of(row, country, country.relation(), country::sees);
    }

    /** As of the past the same, less what may not be seen any more. */
    static StatusSeen of(StatusRow row, Sight sight) {
        return of(row, sight.foremost(), sight.standing(), sight::sees);
    }

    private static StatusSeen of(StatusRow row, CountrySight country, Relation relation, Predicate<Address> sees) {
        CaseFacts facts = facts(row, country.country(), relation);
        List<Standing> referrals = row.referrals().stream()
                .filter(referral -> row.relations()
                        .address(referral.referralId())
                        .filter(sees)
                        .isPresent())
                .toList();
        return new StatusSeen(
                country.country(),
                relation,
                row.relations().since(country.country()).orElseThrow(),
                country.version(row.version()),
                row.relations().noticed(country.country()).orElseThrow().at(),
                facts,
                Stage.of(facts, referrals, relation),
                referrals,
                limits(facts, referrals));
    }

    /** When the first thing is due; empty when nothing is running. */
    Optional<Instant> due() {
        return limits.stream().map(limit -> limit.running().due()).min(Comparator.naturalOrder());
    }

    /** Until when what is due next can be done; empty when nothing is running. */
    Optional<Instant> until() {
        return limits.stream().map(limit -> limit.running().until()).min(Comparator.naturalOrder());
    }

    private static CaseFacts facts(StatusRow row, CountryCode country, Relation relation) {
        CaseFacts facts = row.facts();
        Keeping own = facts.keeping().of(country);
        return switch (relation) {
            case HOLDER -> facts;
            case ADDRESSED ->
                facts.forAddressed(row.left(country).orElseGet(facts::nameOnly)).with(own);
            case FORMER_HOLDER -> row.left(country).orElseThrow().with(own);
            case FORMERLY_ADDRESSED -> facts.nameOnly();
            case NONE -> throw new IllegalArgumentException("who has nothing to do with a case sees none");
        };
    }

    private static List<Limit> limits(CaseFacts facts, List<Standing> referrals) {
        List<Limit> limits = new ArrayList<>();
        Stream.concat(
                        facts.limits().stream(),
                        Stream.ofNullable(facts.reflection()).map(CaseFacts.Reflection::limit))
                .filter(Objects::nonNull)
                .forEach(limit -> limits.add(new Limit(null, limit)));
        referrals.stream()
                .filter(referral -> referral.limit() != null)
                .forEach(referral -> limits.add(new Limit(referral.referralId(), referral.limit())));
        return List.copyOf(limits);
    }
}
