package org.trm.command.judgement.history;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Insight;
import org.trm.events.CaseEvent;
import org.trm.events.ErasureEvent.DocumentWithdrawn;
import org.trm.events.PersonalEvent;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent.CustodyTransferred;
import org.trm.events.types.Actor;
import org.trm.events.types.PersonalField.Reach;
import org.trm.events.types.Relation;
import org.trm.events.types.Role;

/**
 * Who asks, and how much of a history she may have judged: what her timeline tells her as a whole. That is all of it where
 * her country is responsible, and where it was, what came to pass until it was so no more. A country that is only asked is
 * told of a case in parts, of which no procedure would make a whole.
 */
record Audit(Actor actor, CaseState state) {
    /** They read what happened in a case. */
    static final Set<Role> ROLES = EnumSet.complementOf(EnumSet.of(
            Role.NATIONAL_COORDINATOR,
            Role.HEALTH_PROVIDER,
            Role.NATIONAL_RAPPORTEUR,
            Role.REGIONAL_COORDINATOR,
            Role.SYSTEM_OPERATOR,
            Role.DATA_SUBJECT));

    /** Whether she may know that there is such a case, and of what happened in it. */
    boolean mayLook() {
        return new Insight(actor, state).ofHistory();
    }

    /** Up to which version; empty where her country has not been responsible. */
    OptionalLong upTo(List<Recorded<CaseEvent>> history) {
        if (state.relationOf(actor.country()) == Relation.HOLDER) {
            return OptionalLong.of(history.size());
        }
        return history.stream()
                .filter(recorded -> recorded.event() instanceof CustodyTransferred moved
                        && actor.actsFor(moved.from().country()))
                .mapToLong(Recorded::version)
                .max();
    }

    /** What another country recorded of her and keeps for itself is not told to any other, and so neither when it did. */
    boolean knows(List<Recorded<CaseEvent>> act) {
        return act.stream().noneMatch(recorded -> staysWithRecorder(recorded.event()))
                || actor.actsFor(act.get(0).actor().country());
    }

    private static boolean staysWithRecorder(CaseEvent event) {
        if (event instanceof PersonalEvent of) {
            return of.sealed().field().reach() == Reach.NEVER;
        }
        return event instanceof DocumentWithdrawn withdrawn && withdrawn.field().reach() == Reach.NEVER;
    }
}
