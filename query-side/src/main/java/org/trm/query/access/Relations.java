package org.trm.query.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.CountryCode;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Relation;
import org.trm.events.types.Responsible;

/**
 * What the countries have been to a case, each from which of its versions on and up to which: who held it, and who was
 * asked by which referral. What may be seen follows from it alone.
 *
 * @param custodies who was responsible, one after the other; the last one is
 * @param addresses the referrals, in the order in which they were drafted
 * @param noticed the latest event that each country sees or has recorded itself
 */
public record Relations(List<Custody> custodies, List<Address> addresses, List<Noticed> noticed) {
    public static final Relations NONE = new Relations(List.of(), List.of(), List.of());

    /**
     * The time for which one country was responsible.
     *
     * @param since the version by which it became so
     * @param from when that was
     * @param until the version by which it ceased to be so; null while it is
     * @param by the referral by which it became so; null for the country that opened the case
     */
    public record Custody(Responsible holder, long since, Instant from, Long until, ReferralId by) {}

    /**
     * A referral, as far as it gives its two countries a part in the case.
     *
     * @param drafted the version at which it was drafted
     * @param receiving the organisation that receives, once it has been named
     * @param submitted the version from which on the receiving country may know of it; null before
     * @param submittedAt when that was; null before
     * @param handedOver the version at which it moved custody; null when it has not
     * @param ended the version of its end; null while it is live
     */
    public record Address(
            ReferralId referralId,
            CountryCode from,
            CountryCode to,
            boolean transfersCustody,
            long drafted,
            OrganisationId receiving,
            Long submitted,
            Instant submittedAt,
            Long handedOver,
            Long ended) {

        /** Whether the receiving country is being asked: it has been, and neither has it ended nor is it responsible. */
        boolean live() {
            return submitted != null && handedOver == null && ended == null;
        }

        boolean isBetween(CountryCode country) {
            return from.equals(country) || submitted != null && to.equals(country);
        }
    }

    /** The latest event of the case that a country sees, or knows of because it acted: its version, and when it was recorded. */
    public record Noticed(CountryCode country, long version, Instant at) {}

    public Relations after(Recorded<CaseEvent> event) {
        return event.event().tell(new RelationsFold(this, event)).noticing(event);
    }

    private Relations noticing(Recorded<CaseEvent> event) {
        List<Noticed> after = new ArrayList<>(noticed);
        for (CountryCode country : countries()) {
            if (event.actor().actsFor(country) || CountrySight.of(country, this).sees(event)) {
                after.removeIf(last -> last.country().equals(country));
                after.add(new Noticed(country, event.version(), event.at()));
            }
        }
        return new Relations(custodies, addresses, List.copyOf(after));
    }

    public static Relations over(List<Recorded<CaseEvent>> events) {
        Relations relations = NONE;
        for (Recorded<CaseEvent> event : events) {
            relations = relations.after(event);
        }
        return relations;
    }

    /** Who is responsible. */
    public Responsible responsible() {
        return custodies.get(custodies.size() - 1).holder();
    }

    public Optional<Address> address(ReferralId referralId) {
        return addresses.stream()
                .filter(address -> address.referralId().equals(referralId))
                .findFirst();
    }

    /** What a country is to the case: of all that it is, what lets it see most of what is yet to come. */
    public Relation of(CountryCode country) {
        if (custodies.isEmpty()) {
            return Relation.NONE;
        }
        if (responsible().country().equals(country)) {
            return Relation.HOLDER;
        }
        if (addresses.stream().anyMatch(a -> a.live() && a.to().equals(country))) {
            return Relation.ADDRESSED;
        }
        if (lastHeld(country).isPresent()) {
            return Relation.FORMER_HOLDER;
        }
        boolean asked = addresses.stream().anyMatch(a -> a.submitted() != null && a.to().equals(country));
        return asked ? Relation.FORMERLY_ADDRESSED : Relation.NONE;
    }

    /** The version by which the country last ceased to be responsible; empty when it never did. */
    public Optional<Long> lastHeld(CountryCode country) {
        return custodies.stream()
                .filter(custody -> custody.holder().country().equals(country))
                .map(Custody::until)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later);
    }

    /** The latest event that the country knows of; empty when it knows of none. */
    public Optional<Noticed> noticed(CountryCode country) {
        return noticed.stream().filter(last -> last.country().equals(country)).findFirst();
    }

    /** When the country first had to do with the case; empty when it has not. */
    public Optional<Instant> since(CountryCode country) {
        Stream<Instant> held = custodies.stream()
                .filter(custody -> custody.holder().country().equals(country))
                .map(Custody::from);
        Stream<Instant> asked = addresses.stream()
                .filter(address -> address.submitted() != null && address.to().equals(country))
                .map(Address::submittedAt);
        return Stream.concat(held, asked).min(Instant::compareTo);
    }

    /** Every country that has, or has had, to do with the case. */
    public Set<CountryCode> countries() {
        Set<CountryCode> all = new LinkedHashSet<>();
        custodies.forEach(custody -> all.add(custody.holder().country()));
        addresses.stream().filter(a -> a.submitted() != null).forEach(a -> all.add(a.to()));
        return all;
    }

    /** The organisations of a country that are named on the case: made responsible, or to receive. */
    public Collection<OrganisationId> organisations(CountryCode country) {
        List<OrganisationId> named = new ArrayList<>();
        custodies.stream()
                .map(Custody::holder)
                .filter(holder -> holder.country().equals(country))
                .forEach(holder -> named.add(holder.organisation()));
        addresses.stream()
                .filter(address -> address.receiving() != null && address.to().equals(country))
                .forEach(address -> named.add(address.receiving()));
        return named.stream().distinct().toList();
    }
}
