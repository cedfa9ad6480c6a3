package org.trm.query.timeline;

import org.trm.events.types.CountryCode;
import org.trm.events.types.Relation;
import org.trm.query.access.Audience;
import org.trm.query.access.CountrySight;
import org.trm.query.access.Relations;
import org.trm.query.access.Sight;

/** What one reader is told of the entries of one case. */
record EntrySight(Relations relations, Sight sight) {
    boolean sees(Entry entry) {
        return sight.sees(entry);
    }

    /** An entry that she sees, without what she may not know of it. */
    Entry told(Entry entry) {
        if (!knowsReferral(entry)) {
            return entry.withoutReferral().withoutActor();
        }
        return knowsWhoActed(entry) ? entry : entry.withoutActor();
    }

    /** Whether she may know who acted, and by what, of an entry that she sees. */
    boolean knowsWhoActed(Entry entry) {
        return knowsReferral(entry) && namesActor(entry);
    }

    /**
     * Whether nothing of an entry is kept from her country: it is responsible, or was up to that event. What is told of it to
     * any other says less than is recorded.
     */
    boolean knowsAll(Entry entry) {
        return knowsReferral(entry) && isOfHolder(entry);
    }

    private boolean isOfHolder(Entry entry) {
        CountrySight reader = sight.foremost();
        return reader.relation() == Relation.HOLDER || entry.version() <= reader.heldUntil();
    }

    /** That responsibility moved is for every party of the case to know, but not by which referral, and who signed it. */
    private boolean knowsReferral(Entry entry) {
        return entry.audience() != Audience.CASE_PARTIES
                || relations.address(entry.referralId()).map(sight::sees).orElse(true);
    }

    /**
     * A country does not learn from a referral of its own that another one had a part in it: when that one named it as
     * competent, say, so that the holder has a draft.
     */
    private boolean namesActor(Entry entry) {
        CountryCode acting = entry.actingCountry();
        if (acting == null || isOfHolder(entry)) {
            return true;
        }
        return relations
                .address(entry.referralId())
                .map(address -> address.from().equals(acting) || address.to().equals(acting))
                .orElse(true);
    }
}
