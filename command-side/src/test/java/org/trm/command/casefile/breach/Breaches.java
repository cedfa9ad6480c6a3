package org.trm.command.casefile.breach;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.slf4j.Logger;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Rule;
import org.trm.command.casefile.referral.AcceptReferral;
import org.trm.events.types.CaseId;
import org.trm.events.wiring.Provenance;

/** Made only to break the walls around the rules, so that it is seen that they are noticed when broken. */
public final class Breaches {
    private Breaches() {}

    @Component
    public static final class KnowsSpring {}

    public record KnowsTheDatabase(Connection connection) {}

    public record KnowsALogger(Logger log) {}

    public record KnowsHowEventsAreStored(Provenance provenance) {}

    public static final class IsAnAggregate {
        @AggregateIdentifier
        private CaseId id;
    }

    public static final class JudgesItself {
        @AggregateIdentifier
        private CaseId id;

        Checks checks;
    }

    public static final class KnowsARule {
        @AggregateIdentifier
        private CaseId id;

        Rule rule;
    }

    /** Where intents belong, but for what it is. */
    public static final class MayChangeItsMind implements CaseCommand {
        CaseId id;

        @Override
        public CaseId caseId() {
            return id;
        }

        @Override
        public Decision decide(CaseState state, Context context) {
            return new Decision.Refused(Rule.UNKNOWN_CASE, Map.of(), 0);
        }
    }

    public record ReadsTheClock(LocalDate day) {
        ReadsTheClock() {
            this(LocalDate.now());
        }
    }

    public record ThrowsDice(UUID id, double chance) {
        ThrowsDice() {
            this(UUID.randomUUID(), Math.random());
        }
    }

    public record Draws(Random random) {}

    public record KnowsAnotherCapability(AcceptReferral other) {}

    @RestController
    public static final class ServesAnotherCapability {
        AcceptReferral other;
    }

    @RestController
    public static final class LooksIntoTheCase {
        CaseState state;
    }

    public record OpenCaseCommand() {}

    public static final class CaseUtil {}
}
