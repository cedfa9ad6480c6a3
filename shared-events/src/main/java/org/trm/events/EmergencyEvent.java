package org.trm.events;

import java.time.Instant;
import org.trm.events.types.CaseId;
import org.trm.events.types.Deadline;
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.EmergencyFinding;
import org.trm.events.types.EmergencyGround;
import org.trm.events.types.Optional;

/** That somebody read in an emergency what would have been kept from her, and what was found of it afterwards. */
public sealed interface EmergencyEvent extends CaseEvent {
    /**
     * Whoever acted may open, until then and without being named on the case, what is needed to find and to protect the
     * person. It is hers alone, and ends by itself.
     *
     * @param until not included
     * @param review until when this access is to be reviewed
     * @param deadline the limit for reviews that runs in the case from now on: that of the first access that waits for one
     */
    record EmergencyAccessOpened(
            CaseId caseId,
            EmergencyAccessId accessId,
            EmergencyGround ground,
            Instant until,
            Deadline review,
            Deadline deadline)
            implements EmergencyEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.emergencyAccessOpened(this);
        }
    }

    /**
     * Somebody else looked into whether it was an emergency. Where it was none, the access ends with that.
     *
     * @param deadline the limit that runs on for the accesses still to be reviewed; null when none is
     */
    record EmergencyAccessReviewed(
            CaseId caseId,
            EmergencyAccessId accessId,
            EmergencyFinding finding,
            @Optional Deadline deadline) implements EmergencyEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.emergencyAccessReviewed(this);
        }
    }
}
