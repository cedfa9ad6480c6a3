package org.trm.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.trm.command.CaseCommands.Act;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Rule;
import org.trm.command.casefile.intake.AssessNeeds;
import org.trm.events.types.CaseId;

/** Whoever loses a race for a case is judged anew, and when others are always first is told to come again. */
class LostRacesTest {
    private static final AssessNeeds NEEDS = new AssessNeeds(new CaseId(new UUID(1, 1)), Set.of(), null, null);
    private static final Decision DONE = new Happened(List.of(), 7);

    private int judged;

    /** A case for which somebody else is so many times first. */
    private Decision sent(int lost) {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(AssessNeeds.class.getName(), command -> {
            judged++;
            if (judged <= lost) {
                throw new ConcurrencyException("somebody else was first");
            }
            return DONE;
        });
        return new CaseCommands(bus).send(NEEDS, Act.ofTheClock(new UUID(2, 2)));
    }

    @Test
    void whoLosesTwiceIsJudgedAThirdTime() {
        assertThat(sent(2)).isEqualTo(DONE);
        assertThat(judged).isEqualTo(3);
    }

    @Test
    void whoLosesThreeTimesIsToldThatTheCaseIsBusy() {
        assertThat(sent(3))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo(Rule.CASE_BUSY));
        assertThat(judged).isEqualTo(3);
    }
}
