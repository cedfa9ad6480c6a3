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
        return namesActor(entry) ? entry : entry.withoutActor();
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
        CountrySight reader = sight.foremost();
        if (acting == null || reader.relation() == Relation.HOLDER || entry.version() <= reader.heldUntil()) {
            return true;
        }
        return relations
                .address(entry.referralId())
                .map(address -> address.from().equals(acting) || address.to().equals(acting))
                .orElse(true);
    }
}
