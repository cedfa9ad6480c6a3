package org.trm.command.judgement.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.trm.command.casefile.Commands;
import org.trm.command.casefile.Countries;
import org.trm.command.casefile.Walk;
import org.trm.command.judgement.history.JudgedAct.Verdict;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;

/** What was recorded says what was done, on walks of cases at random between four countries. */
class IntentionProperties {
    private static final int WALKS = 60;
    private static final int STEPS = 60;

    private static final Set<Class<?>> JUDGED = new HashSet<>();
    private static int asRecorded;
    private static int late;

    /** A clock that came late let happen what should have been refused: that is found, and nothing else. */
    @Property(tries = WALKS, seed = "20261129", shrinking = ShrinkingMode.OFF)
    void whatWasDoneIsJudgedAsItWasByTheProcedureOfItsDay(@ForAll long seed) {
        Walk walk = new Walk(seed);
        for (int step = 0; step < STEPS; step++) {
            walk.step();
        }
        Tried tried = Tried.again(walk.story, Countries.RO);
        for (JudgedAct act : tried.acts()) {
            List<CaseEvent> recorded =
                    act.recorded().stream().map(Recorded::event).toList();
            assertThat(act.command()).as(recorded.toString()).isNotNull();
            assertThat(act.counted()).as(act.command().toString()).isEqualTo(recorded);
            if (act.lapsed().isEmpty()) {
                assertThat(act.verdict()).as(act.command().toString()).isEqualTo(Verdict.AS_RECORDED);
                asRecorded++;
            } else {
                assertThat(act.lapsed())
                        .allSatisfy(lapse -> assertThat(lapse.at()).isBeforeOrEqualTo(act.at()));
                late++;
            }
            JUDGED.add(act.command().getClass());
        }
    }

    /** Those that the walks hardly ever come to, {@link RetrialTest} does on purpose. */
    @AfterContainer
    static void theWalksDidNearlyEverything() {
        JUDGED.addAll(RetrialTest.SELDOM);
        assertThat(JUDGED).containsAll(Commands.all());
        assertThat(asRecorded).isGreaterThan(1_500);
        assertThat(late).isPositive();
    }
}
