package org.trm.command.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trm.command.CaseCommands.Act;
import org.trm.command.casefile.Countries;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Rule;
import org.trm.command.directory.DirectoryCommand.PauseReferrals;
import org.trm.command.directory.DirectoryCommand.PublishProcedure;
import org.trm.command.directory.DirectoryCommand.Ruling;
import org.trm.events.types.Allowance;
import org.trm.events.types.Mechanism;
import org.trm.events.types.Procedure;
import org.trm.events.types.TimeLimit;

/** What is refused of a publication before it comes to the store, or because of others who publish. */
class PublishingTest {
    private static final Countries COUNTRIES = new Countries();
    private static final Mechanism BULGARIA = COUNTRIES.mechanism(Countries.BG).orElseThrow();
    private static final Procedure WHOLE = COUNTRIES.procedure(Countries.BG).values();
    private static final DirectoryEntry ENTRY = new DirectoryEntry(1, BULGARIA, null, 0, false, Set.of());

    private int judged;

    @ParameterizedTest
    @EnumSource(TimeLimit.class)
    void aProcedureLeavesNoTimeLimitOut(TimeLimit limit) {
        assertThat(published(WHOLE).refused()).isNull();
        Map<TimeLimit, Allowance> fewer = new EnumMap<>(WHOLE.allowances());
        fewer.remove(limit);
        Procedure incomplete = new Procedure(
                fewer,
                WHOLE.reflectionDays(),
                WHOLE.riskAssessmentDays(),
                WHOLE.consentDays(),
                WHOLE.mandatoryNeeds(),
                WHOLE.weekend(),
                WHOLE.zone());

        Refused refused = published(incomplete).refused();

        assertThat(refused.rule()).isEqualTo(Rule.PROCEDURE_INCOMPLETE);
        assertThat(refused.facts()).containsEntry("pointer", "/allowances");
    }

    private static Ruling published(Procedure procedure) {
        return new PublishProcedure(Countries.BG, procedure).decide(ENTRY);
    }

    @Test
    void whoLosesEveryRaceIsToldThatTheEntryIsBusy() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(PauseReferrals.class.getName(), command -> {
            judged++;
            throw new ConcurrencyException("somebody else was first");
        });

        Decision decision = new DirectoryPublications(bus, new UnreadDirectory())
                .publish(new PauseReferrals(Countries.BG), Act.ofTheClock(new UUID(2, 2)), Map.of());

        assertThat(decision)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo(Rule.DIRECTORY_ENTRY_BUSY));
        assertThat(judged).isEqualTo(3);
    }
}
