package org.trm.query.inbox;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.trm.events.types.CountryCode;
import org.trm.events.types.OrganisationId;
import org.trm.query.referral.Expectation;
import org.trm.query.referral.RunningLimit;
import org.trm.query.referral.Standing;
import org.trm.query.view.Column;

/** A referral as it lies in the inbox of one country and the outbox of another. */
record ReferralLine(InboxRow row, Standing referral, Expectation expected) {
    static final List<Column<ReferralLine>> COLUMNS = List.of(
            column("case_id", line -> line.row.caseId()),
            column("referral_id", line -> line.referral.referralId()),
            column("reference", line -> line.row.reference()),
            column("kind", line -> line.referral.kind()),
            column("from_country", line -> line.referral.from()),
            column("to_country", line -> line.referral.to()),
            column("from_organisations", line -> line.organisations(line.referral.from())),
            column("to_organisations", line -> line.organisations(line.referral.to())),
            column("reason", line -> line.referral.reason()),
            column("urgency", line -> line.referral.urgency()),
            column("state", line -> line.referral.state()),
            column("since", line -> line.referral.since()),
            column("drafted_at", line -> line.referral.draftedAt()),
            column("submitted_at", line -> line.referral.submittedAt()),
            column("waiting_on", line -> line.expected.countries()),
            column("expected", line -> line.expected.step()),
            column("time_limit", line -> line.limit(running -> running.limit())),
            column("due", line -> line.limit(running -> running.due())),
            column("until", line -> line.limit(running -> running.until())));

    static List<ReferralLine> of(InboxRow row) {
        return row.referrals().stream().map(referral -> of(row, referral)).toList();
    }

    static ReferralLine of(InboxRow row, Standing referral) {
        return new ReferralLine(row, referral, Expectation.of(referral));
    }

    private static Column<ReferralLine> column(String name, Function<ReferralLine, ?> value) {
        return new Column<>(name, value);
    }

    private Collection<OrganisationId> organisations(CountryCode country) {
        return row.relations().organisations(country);
    }

    <T> T limit(Function<RunningLimit, T> part) {
        return referral.limit() == null ? null : part.apply(referral.limit());
    }
}
