package org.trm.events.types;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

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
    /** Fit to travel, if somebody escorts her; whoever is found so does not travel alone while this stands. */
    FITNESS_TO_TRAVEL_ESCORTED(Guard.RECEPTION, Side.SENDING),
    ESCORT_ARRANGED(Guard.RECEPTION, Side.SENDING),
    /**
     * It was checked whether proceedings are pending, and where they are, the prosecutor was heard: an opinion, not a veto.
     * Whether there are any, and what the opinion is, is not said.
     */
    PROCEEDINGS_CHECKED(Guard.REFLECTION_AND_PROCEEDINGS, Side.SENDING),
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

    /** The kinds that speak for one guard; none for a guard that is computed from the case alone. */
    public static Set<Evidence> of(Guard guard) {
        return Arrays.stream(values())
                .filter(e -> e.guard == guard)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Evidence.class)));
    }

    public Guard guard() {
        return guard;
    }

    /** The side that answers for it, and alone may confirm or revoke it. */
    public Side side() {
        return side;
    }
}
