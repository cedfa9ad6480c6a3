package org.trm.events.types;

/** Kinds of evidence by which one side confirms what cannot be computed from the case itself. */
public enum Evidence {
    NATIONALITY_VERIFIED(Guard.LEGAL_STAY, Side.RECEIVING),
    RESIDENCE_VERIFIED(Guard.LEGAL_STAY, Side.RECEIVING),
    OTHER_LEGAL_STAY_GRANTED(Guard.LEGAL_STAY, Side.RECEIVING),
    PASSPORT(Guard.TRAVEL_DOCUMENT, Side.SENDING),
    IDENTITY_CARD(Guard.TRAVEL_DOCUMENT, Side.SENDING),
    EMERGENCY_TRAVEL_DOCUMENT(Guard.TRAVEL_DOCUMENT, Side.SENDING),
    RECEPTION_ARRANGED(Guard.RECEPTION, Side.RECEIVING),
    FITNESS_TO_TRAVEL(Guard.RECEPTION, Side.SENDING),
    ESCORT_ARRANGED(Guard.RECEPTION, Side.SENDING),
    CONTACT_LIST_GIVEN(Guard.CONTACT_LIST, Side.SENDING),
    ADEQUACY_DECISION(Guard.TRANSFER_BASIS, Side.SENDING),
    APPROPRIATE_SAFEGUARDS(Guard.TRANSFER_BASIS, Side.SENDING),
    EXPLICIT_CONSENT(Guard.TRANSFER_BASIS, Side.SENDING),
    VITAL_INTERESTS(Guard.TRANSFER_BASIS, Side.SENDING);

    private final Guard guard;
    private final Side side;

    Evidence(Guard guard, Side side) {
        this.guard = guard;
        this.side = side;
    }

    public Guard guard() {
        return guard;
    }

    /** The side that answers for it, and alone may confirm or revoke it. */
    public Side side() {
        return side;
    }
}
