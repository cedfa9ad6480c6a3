package org.trm.query.audit.replay;

import org.trm.events.CaseEvent;
import org.trm.events.ProtectionEvent.ReflectionPeriodEnded;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent.DeadlineEscalated;
import org.trm.events.ReferralEvent.ReferralExpired;
import org.trm.events.ReferralEvent.SignaturesVoided;
import org.trm.events.TimeLimitEvent.CaseDeadlineEscalated;
import org.trm.events.types.ActorKind;
import org.trm.events.types.TimeLimit;

/** By which time limit the mechanism's clock came to record something. */
final class PassedLimit {
    private PassedLimit() {}

    /** Null when it was not the clock. */
    static TimeLimit of(Recorded<CaseEvent> recorded) {
        if (recorded.actor().kind() != ActorKind.CLOCK) {
            return null;
        }
        CaseEvent event = recorded.event();
        if (event instanceof CaseDeadlineEscalated escalated) {
            return escalated.limit();
        } else if (event instanceof DeadlineEscalated escalated) {
            return escalated.limit();
        } else if (event instanceof ReferralExpired expired) {
            return expired.limit();
        } else if (event instanceof SignaturesVoided) {
            return TimeLimit.DEPARTURE;
        }
        return event instanceof ReflectionPeriodEnded ? TimeLimit.REFLECTION : null;
    }
}
