package org.trm.query.breach;

import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trm.events.types.CaseId;
import org.trm.query.audit.replay.Step;
import org.trm.query.casestatus.Stage;
import org.trm.query.copy.PersonsCopy;
import org.trm.query.view.CaseRow;

/** Made only to break the walls around the views, so that it is seen that they are noticed when broken. */
public final class Breaches {
    private Breaches() {}

    public record KnowsAView(Stage stage) {}

    public record KnowsTheCopy(PersonsCopy copy) {}

    public record KnowsTheReplay(Step step) {}

    public record KnowsAxon(EventStore events) {}

    public static final class Records {
        void record(EventBus bus) {
            bus.publish(GenericEventMessage.asEventMessage("it"));
        }
    }

    public static final class SomeReader {
        List<String> all(CaseId caseId) {
            return List.of(caseId.toString());
        }
    }

    public record ReadsTheClock(CaseId caseId, long version) implements CaseRow {
        Instant at() {
            return Instant.now();
        }
    }

    public record AsksTheDatabase(CaseId caseId, long version, JdbcClient database) implements CaseRow {}

    public static final class RowManager {}
}
