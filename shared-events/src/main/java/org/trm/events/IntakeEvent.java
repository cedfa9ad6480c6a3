package org.trm.events;

import java.time.LocalDate;
import java.util.Set;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.Deadline;
import org.trm.events.types.DetectionSource;
import org.trm.events.types.Indicator;
import org.trm.events.types.MinimalDataSet;
import org.trm.events.types.Need;
import org.trm.events.types.Optional;
import org.trm.events.types.Responsible;
import org.trm.events.types.Vocabulary;

/** How a case came into being, and what is known of the person without naming her. */
public sealed interface IntakeEvent extends CaseEvent {
    /** A country took responsibility for a person who may be a victim of trafficking; no name is needed for that. */
    record CaseOpened(
            CaseId caseId,
            CaseReference reference,
            Responsible responsible,
            DetectionSource detectionSource,
            MinimalDataSet minimalDataSet,
            @Optional LocalDate occurredOn,
            Deadline deadline)
            implements IntakeEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.caseOpened(this);
        }
    }

    /** The minimal data set was replaced as a whole. */
    record MinimalDataSetRevised(
            CaseId caseId,
            MinimalDataSet minimalDataSet,
            @Optional LocalDate occurredOn,
            @Optional Long corrects) implements IntakeEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.minimalDataSetRevised(this);
        }
    }

    /** The person was screened against the indicators of trafficking; what was seen supports a decision and is none. */
    record IndicatorsRecorded(
            CaseId caseId,
            Set<Indicator> indicators,
            int listVersion,
            @Optional LocalDate occurredOn,
            @Optional Long corrects)
            implements IntakeEvent {
        public IndicatorsRecorded {
            indicators = Vocabulary.ordered(Indicator.class, indicators);
        }

        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.indicatorsRecorded(this);
        }
    }

    /** What the person needs was assessed; it replaces the needs of the minimal data set. */
    record NeedsAssessed(
            CaseId caseId,
            Set<Need> needs,
            @Optional LocalDate occurredOn,
            @Optional Long corrects) implements IntakeEvent {
        public NeedsAssessed {
            needs = Vocabulary.ordered(Need.class, needs);
        }

        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.needsAssessed(this);
        }
    }
}
