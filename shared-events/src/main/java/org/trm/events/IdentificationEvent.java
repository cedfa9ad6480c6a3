package org.trm.events;

import java.time.LocalDate;
import java.util.Set;
import org.trm.events.types.CaseId;
import org.trm.events.types.ExploitationForm;
import org.trm.events.types.NotConfirmedGround;
import org.trm.events.types.Optional;
import org.trm.events.types.TraffickingAct;
import org.trm.events.types.TraffickingMeans;
import org.trm.events.types.Vocabulary;

/** The two-step identification of a victim (CoE Convention art. 10). */
public sealed interface IdentificationEvent extends CaseEvent {
    /** Reasonable grounds to believe that she is a victim: no removal until identification is finished (CoE Convention art. 10(2)). */
    record ReasonableGroundsFound(CaseId caseId, @Optional LocalDate occurredOn) implements IdentificationEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.reasonableGroundsFound(this);
        }
    }

    /** No reasonable grounds were found. */
    record ReasonableGroundsNotFound(
            CaseId caseId, @Optional LocalDate occurredOn) implements IdentificationEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.reasonableGroundsNotFound(this);
        }
    }

    /** Conclusively identified: act, means and purpose stand apart; means are not needed for a child (Palermo Protocol art. 3). */
    record VictimConfirmed(
            CaseId caseId,
            Set<TraffickingAct> acts,
            Set<TraffickingMeans> means,
            Set<ExploitationForm> purposes,
            @Optional LocalDate occurredOn)
            implements IdentificationEvent {
        public VictimConfirmed {
            acts = Vocabulary.ordered(TraffickingAct.class, acts);
            means = Vocabulary.ordered(TraffickingMeans.class, means);
            purposes = Vocabulary.ordered(ExploitationForm.class, purposes);
        }

        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.victimConfirmed(this);
        }
    }

    /** Conclusively not identified as a victim. */
    record VictimNotConfirmed(
            CaseId caseId,
            NotConfirmedGround ground,
            @Optional LocalDate occurredOn) implements IdentificationEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.victimNotConfirmed(this);
        }
    }
}
