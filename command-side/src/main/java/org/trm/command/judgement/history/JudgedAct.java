package org.trm.command.judgement.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Refused;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.ReferralId;
import org.trm.events.types.TimeLimit;

/**
 * An act of a history, and what the rules say of it under another procedure.
 *
 * @param recorded what was recorded of it, in its order
 * @param command null when that does not say which it was
 * @param decision null when there is no command to be judged
 * @param lapsed the limits that would have lapsed before it, where the decision is what it is because of them
 * @param counted what was recorded, event by event, with every value as that procedure gives it
 */
record JudgedAct(
        List<Recorded<CaseEvent>> recorded,
        CaseCommand command,
        Decision decision,
        List<Lapse> lapsed,
        List<CaseEvent> counted) {

    /** @param referralId null for a limit of the case itself */
    record Lapse(ReferralId referralId, TimeLimit limit, Instant at) {}

    /** What comes of an act under the other procedure. */
    enum Verdict {
        /** It would have happened as it did; dates that follow from it may differ. */
        AS_RECORDED,
        /** It would have happened, and something else would have been recorded of it. */
        OTHERWISE,
        /** A time limit that passed would not have been over yet. */
        NOT_YET_DUE,
        /** It would have been refused. */
        REFUSED,
        /** What was recorded does not say which act it was. */
        NOT_JUDGED
    }

    long version() {
        return recorded.get(0).version();
    }

    Instant at() {
        return recorded.get(0).at();
    }

    Verdict verdict() {
        if (decision == null) {
            return Verdict.NOT_JUDGED;
        } else if (decision instanceof Refused) {
            return Verdict.REFUSED;
        }
        List<String> events = events().orElseThrow();
        if (events.isEmpty()) {
            return Verdict.NOT_YET_DUE;
        }
        return events.equals(names(recorded.stream().map(Recorded::event).toList()))
                ? Verdict.AS_RECORDED
                : Verdict.OTHERWISE;
    }

    /** What would have been recorded, by name; empty where nothing was decided or it was refused. */
    Optional<List<String>> events() {
        return decision instanceof Decision.Happened happened
                ? Optional.of(names(happened.events()))
                : Optional.empty();
    }

    static List<String> names(List<CaseEvent> events) {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }
}
