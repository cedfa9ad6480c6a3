package org.trm.command.casefile;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.trm.events.types.Guard;
import org.trm.events.types.Side;
import org.trm.events.types.Vocabulary;

/**
 * How one guard of a transfer stands at one moment: whether it holds is what {@link Guards} says; the rest explains it.
 *
 * @param finding null where it is not for the asker to know
 * @param until when it ceases to hold, or begins to when it is {@link Finding#PENDING}; null when there is no such moment,
 *     or it is not for the asker to know
 * @param waitsOn the sides that must do something for it to hold
 */
public record GuardStanding(Guard guard, boolean holds, Finding finding, Instant until, Set<Side> waitsOn) {
    /** Guards whose facts are the holder's own: consents, risk, best interests, reflection. */
    private static final Set<Guard> OF_THE_HOLDER = EnumSet.of(
            Guard.CONSENT_TO_TRANSFER,
            Guard.CONSENT_TO_DISCLOSURE,
            Guard.RISK_ASSESSED,
            Guard.BEST_INTERESTS,
            Guard.REFLECTION_AND_PROCEEDINGS);

    /** Why a guard holds or does not. */
    public enum Finding {
        HOLDS,
        /** Nothing stands that would show it. */
        NOT_GIVEN,
        /** It was shown, and its time is over. */
        LAPSED,
        /** It was shown, and has been taken back. */
        REVOKED,
        /** What stands does not show it: it is for another country or by another person, or says otherwise. */
        INSUFFICIENT,
        /** It comes to hold by itself. */
        PENDING
    }

    public GuardStanding {
        waitsOn = Vocabulary.ordered(Side.class, waitsOn);
    }

    /**
     * What the receiving side may be told. It signs that every guard holds, so that it learns which do; why one of the
     * holder's own does not, and until when it does, stays with the holder. Of those it learns to act where it must itself.
     */
    public GuardStanding toReceiver() {
        if (!OF_THE_HOLDER.contains(guard)) {
            return this;
        }
        return new GuardStanding(
                guard, holds, null, null, waitsOn.contains(Side.RECEIVING) ? Set.of(Side.RECEIVING) : waitsOn);
    }

    /** Whether it holds and on whom it waits, and nothing else. */
    public GuardStanding inShort() {
        return new GuardStanding(guard, holds, null, null, waitsOn);
    }
}
