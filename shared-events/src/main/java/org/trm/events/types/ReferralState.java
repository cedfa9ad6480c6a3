package org.trm.events.types;

/** The states of a referral between two countries, with the statuses of an HL7 FHIR Task that they map to. */
public enum ReferralState {
    DRAFT("draft"),
    SUBMITTED("requested"),
    RECEIVED("received"),
    INFO_REQUESTED("received"),
    CONDITIONALLY_ACCEPTED("received"),
    ACCEPTED("accepted"),
    PREPARING("in-progress"),
    READY("ready"),
    IN_TRANSIT("in-progress"),
    INTERRUPTED("on-hold"),
    ARRIVED("in-progress"),
    HANDED_OVER("in-progress"),
    MONITORING("in-progress"),
    COMPLETED("completed"),
    DECLINED("rejected"),
    FORWARDED("rejected"),
    WITHDRAWN("cancelled"),
    CONSENT_WITHDRAWN("cancelled"),
    EXPIRED("failed"),
    FAILED("failed");

    private final String taskStatus;

    ReferralState(String taskStatus) {
        this.taskStatus = taskStatus;
    }

    public String taskStatus() {
        return taskStatus;
    }

    /** Nothing can happen to this referral any more. */
    public boolean terminal() {
        return compareTo(COMPLETED) >= 0;
    }

    /** From the draft up to the arrival: a transfer in this stretch excludes any other of the same case. */
    public boolean beforeHandover() {
        return compareTo(HANDED_OVER) < 0;
    }

    /** She has left and not yet been received. */
    public boolean onTheWay() {
        return this == IN_TRANSIT || this == INTERRUPTED || this == ARRIVED;
    }
}
