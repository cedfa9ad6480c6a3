package org.trm.query.inbox;

import org.trm.events.types.ReferralState;

/**
 * Which referrals of those that a reader may see; null leaves a thing open.
 *
 * @param overdue whether what is expected is overdue
 */
record InboxFilter(Direction direction, ReferralState state, Boolean overdue) {
    InboxFilter directionOnly() {
        return new InboxFilter(direction, null, null);
    }

    boolean admits(InboxLine line) {
        return (state == null || state == line.state()) && (overdue == null || overdue == line.overdue());
    }
}
