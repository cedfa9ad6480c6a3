package org.trm.command.casefile;

import java.util.EnumSet;
import java.util.Set;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;
import org.trm.events.types.Relation;
import org.trm.events.types.Role;

/**
 * What of a case somebody may be told in answer to an act or to the question what is open: no more than she could read
 * (domain model 2.6). That a role may act on a case does not mean that it may look into it.
 */
public record Insight(Actor actor, CaseState state) {
    /** They see what their country sees, the other professions only cases on which their organisation is named. */
    private static final Set<Role> AS_THEIR_COUNTRY = EnumSet.of(
            Role.NATIONAL_FOCAL_POINT,
            Role.COMPETENT_AUTHORITY,
            Role.CHILD_PROTECTION_AUTHORITY,
            Role.NATIONAL_COORDINATOR,
            Role.AUDITOR,
            Role.DATA_PROTECTION_OFFICER);

    /** They see where a case stands, and neither what happened in it nor what she consented to. */
    private static final Set<Role> WITHOUT_HISTORY = EnumSet.of(Role.NATIONAL_COORDINATOR, Role.HEALTH_PROVIDER);

    /**
     * Whether somebody who acts on a case may be told how often it has changed; whoever opens one may.
     *
     * @param cases asked only about those whose organisation decides it
     */
    public static boolean ofVersion(Cases cases, CaseId caseId, Actor actor) {
        return AS_THEIR_COUNTRY.contains(actor.role())
                || cases.find(caseId)
                        .map(state -> new Insight(actor, state).ofCase())
                        .orElse(true);
    }

    public Relation relation() {
        return state.relationOf(actor.country());
    }

    public boolean ofCase() {
        return actor.country() != null
                && relation() != Relation.NONE
                && (AS_THEIR_COUNTRY.contains(actor.role())
                        || isResponsible()
                        || state.referrals().stream().anyMatch(referral -> knows(referral) && isReceiving(referral)));
    }

    public boolean ofHistory() {
        return ofCase() && !WITHOUT_HISTORY.contains(actor.role());
    }

    /** Whether the referral is told of to her, and what it waits for. */
    public boolean of(Referral referral) {
        return knows(referral) && (AS_THEIR_COUNTRY.contains(actor.role()) || isResponsible() || isReceiving(referral));
    }

    /** What somebody consented to is the holder's to know of. */
    public boolean ofConsents() {
        return relation() == Relation.HOLDER && ofHistory();
    }

    private boolean knows(Referral referral) {
        return referral.knownTo(actor.country(), relation());
    }

    private boolean isResponsible() {
        return state.responsible().organisation().equals(actor.organisation());
    }

    private boolean isReceiving(Referral referral) {
        return actor.organisation() != null && actor.organisation().equals(referral.receivingOrganisation());
    }
}
