package org.trm.query.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Optional;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.ReferralReason;
import org.trm.events.types.ReferralState;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.Urgency;
import org.trm.query.referral.Expectation;
import org.trm.query.referral.RunningLimit;
import org.trm.query.web.Cursor;

/**
 * A referral in a country's inbox or outbox.
 *
 * @param since when it came to its state
 * @param waitingOn the countries on which it waits; none when nothing is expected any more
 * @param expected what they are expected to do; null likewise
 * @param timeLimit the one that is running; null when none is
 * @param due by when what is expected is to be done; from then on it is overdue, and the coordinators are told
 * @param until when that lapses, or the coordinators are told next if it never does
 */
record InboxLine(
        UUID caseId,
        UUID referralId,
        String reference,
        ReferralKind kind,
        String from,
        String to,
        ReferralState state,
        Urgency urgency,
        ReferralReason reason,
        List<String> waitingOn,
        @Optional Expectation.Step expected,
        Instant since,
        @Optional TimeLimit timeLimit,
        @Optional Instant due,
        @Optional Instant until,
        boolean overdue,
        Instant draftedAt) {

    /** This line as it stood at that moment, by the case as it was then. */
    InboxLine then(InboxRow row, Instant at) {
        return row.referrals().stream()
                .filter(referral -> referral.referralId().value().equals(referralId))
                .map(referral -> of(ReferralLine.of(row, referral), at))
                .findFirst()
                .orElseThrow();
    }

    /** Where it stands in the list. */
    Cursor place() {
        return Cursor.at(draftedAt, referralId);
    }

    static InboxLine of(ReferralLine line, Instant now) {
        return new InboxLine(
                line.row().caseId().value(),
                line.referral().referralId().value(),
                line.row().reference().value(),
                line.referral().kind(),
                line.referral().from().value(),
                line.referral().to().value(),
                line.referral().state(),
                line.referral().urgency(),
                line.referral().reason(),
                line.expected().countries().stream().map(CountryCode::value).toList(),
                line.expected().step(),
                line.referral().since(),
                line.limit(RunningLimit::limit),
                line.limit(RunningLimit::due),
                line.limit(RunningLimit::until),
                line.referral().limit() != null && line.referral().limit().overdue(now),
                line.referral().draftedAt());
    }
}
