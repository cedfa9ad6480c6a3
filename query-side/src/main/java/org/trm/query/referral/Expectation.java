package org.trm.query.referral;

import java.util.List;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Side;

/**
 * What a referral waits for.
 *
 * @param countries those on which it waits: one, or both; none when nothing is expected any more
 * @param step null when nothing is expected any more
 */
public record Expectation(List<CountryCode> countries, Step step) {
    /** The next step of a referral. */
    public enum Step {
        SUBMIT_OR_DISCARD,
        ACKNOWLEDGE_RECEIPT,
        DECIDE,
        SUPPLY_INFORMATION,
        MEET_CONDITIONS,
        DELIVER_ANSWER,
        CONFIRM_PRECONDITIONS,
        AUTHORISE_DEPARTURE,
        RECORD_DEPARTURE,
        CONFIRM_ARRIVAL,
        RESUME_JOURNEY,
        ACKNOWLEDGE_HANDOVER,
        REPORT_MONITORING,
        COMPLETE
    }

    private static final Expectation NOTHING = new Expectation(List.of(), null);

    public static Expectation of(Standing referral) {
        return switch (referral.state()) {
            case DRAFT -> of(referral.from(), Step.SUBMIT_OR_DISCARD);
            case SUBMITTED -> of(referral.to(), Step.ACKNOWLEDGE_RECEIPT);
            case RECEIVED -> of(referral.to(), Step.DECIDE);
            case INFO_REQUESTED -> of(referral.from(), Step.SUPPLY_INFORMATION);
            case CONDITIONALLY_ACCEPTED ->
                referral.openConditions().isEmpty()
                        ? of(referral.to(), Step.DECIDE)
                        : of(referral.from(), Step.MEET_CONDITIONS);
            case ACCEPTED ->
                referral.transfersCustody()
                        ? ofBoth(referral, Step.CONFIRM_PRECONDITIONS)
                        : of(referral.to(), Step.DELIVER_ANSWER);
            case PREPARING -> preparing(referral);
            case READY -> of(referral.from(), Step.RECORD_DEPARTURE);
            case IN_TRANSIT -> of(referral.to(), Step.CONFIRM_ARRIVAL);
            case INTERRUPTED -> of(referral.from(), Step.RESUME_JOURNEY);
            case ARRIVED -> arrived(referral);
            case HANDED_OVER, MONITORING ->
                of(referral.to(), referral.monitored() ? Step.COMPLETE : Step.REPORT_MONITORING);
            case COMPLETED, DECLINED, FORWARDED, WITHDRAWN, CONSENT_WITHDRAWN, EXPIRED, FAILED -> NOTHING;
        };
    }

    private static Expectation preparing(Standing referral) {
        if (referral.signedBy(Side.SENDING)) {
            return of(referral.to(), Step.AUTHORISE_DEPARTURE);
        }
        return referral.signedBy(Side.RECEIVING)
                ? of(referral.from(), Step.AUTHORISE_DEPARTURE)
                : ofBoth(referral, Step.CONFIRM_PRECONDITIONS);
    }

    private static Expectation arrived(Standing referral) {
        if (referral.acknowledgedBy(Side.SENDING)) {
            return of(referral.to(), Step.ACKNOWLEDGE_HANDOVER);
        }
        return referral.acknowledgedBy(Side.RECEIVING)
                ? of(referral.from(), Step.ACKNOWLEDGE_HANDOVER)
                : ofBoth(referral, Step.ACKNOWLEDGE_HANDOVER);
    }

    private static Expectation of(CountryCode country, Step step) {
        return new Expectation(List.of(country), step);
    }

    private static Expectation ofBoth(Standing referral, Step step) {
        return new Expectation(List.of(referral.from(), referral.to()), step);
    }
}
