package org.trm.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.DE;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.events.types.ReferralState.DECLINED;
import static org.trm.events.types.ReferralState.DRAFT;
import static org.trm.events.types.ReferralState.RECEIVED;
import static org.trm.events.types.ReferralState.SUBMITTED;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Cases;
import org.trm.command.casefile.Countries;
import org.trm.command.casefile.Story;
import org.trm.command.casefile.intake.AssessNeeds;
import org.trm.command.casefile.referral.SubmitReferral;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.RiskLevel;
import org.trm.events.types.Role;
import org.trm.events.types.TimeLimit;

/** What somebody is told of a case that has moved on. */
class SinceTest {

    @Test
    void theHolderIsToldEverything() {
        Story story = Story.ofAnAdult().with(RECEIVED);
        assertThat(told(story, BG, 0)).hasSameSizeAs(story.history);
        assertThat(told(story, BG, story.state.version() - 2))
                .containsExactly("ReferralSubmitted", "ReceiptAcknowledged");
        assertThat(told(story, BG, story.state.version())).isEmpty();
    }

    @Test
    void aCountryThatIsAskedIsToldOfItsOwnReferralAndOfWhatItDidItself() {
        Story story = Story.ofAnAdult().with(DRAFT).later(Duration.ofDays(22)).passes(TimeLimit.DRAFT);
        story.does(BG, Role.NATIONAL_FOCAL_POINT, new SubmitReferral(CASE, Story.REFERRAL));
        story.does(BG, Role.NATIONAL_FOCAL_POINT, new AssessNeeds(CASE, Set.of(), null, null));
        story.assessed(BG, RiskLevel.HIGH).assessed(RO, RiskLevel.LOW);
        assertThat(story.history)
                .extracting(r -> r.event().getClass().getSimpleName())
                .contains("DeadlineEscalated");
        assertThat(told(story, RO, 0)).containsExactly("ReferralDrafted", "ReferralSubmitted", "RiskAssessed");
    }

    @Test
    void whoHasNoPartInTheCaseIsToldNothing() {
        assertThat(told(Story.ofAnAdult().with(SUBMITTED), DE, 0)).isEmpty();
        assertThat(told(Story.ofAnAdult().with(DRAFT), RO, 0)).isEmpty();
    }

    @Test
    void anOldVersionIsNotAnsweredWithTheWholeHistory() {
        Story story = Story.ofAnAdult().with(DECLINED);
        for (int i = 0; i < 60; i++) {
            story.does(BG, Role.NATIONAL_FOCAL_POINT, new AssessNeeds(CASE, Set.of(), null, null));
        }
        assertThat(told(story, BG, 1)).hasSize(50);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "NATIONAL_FOCAL_POINT",
                "COMPETENT_AUTHORITY",
                "CHILD_PROTECTION_AUTHORITY",
                "AUDITOR",
                "DATA_PROTECTION_OFFICER"
            })
    void whoCouldNotReadTheHistoryIsToldNothingOfIt(Role role) {
        Story story = Story.ofAnAdult().with(RECEIVED);
        assertThat(told(story, of(BG, role, "BG-OTHERS"), 0)).isEmpty();
        assertThat(told(story, of(RO, role, "RO-OTHERS"), 0)).isEmpty();
    }

    @Test
    void aProfessionalIsToldWhereHerOrganisationIsNamed() {
        Story story = Story.ofAnAdult().with(RECEIVED);
        String named = story.state.responsible().organisation().value();
        assertThat(told(story, of(BG, Role.NGO_CASE_MANAGER, named), 0)).hasSameSizeAs(story.history);
        assertThat(told(story, of(BG, Role.HEALTH_PROVIDER, named), 0)).isEmpty();
    }

    private static List<String> told(Story story, CountryCode country, long version) {
        return told(story, Countries.person(country, Role.NATIONAL_FOCAL_POINT), version);
    }

    private static List<String> told(Story story, Actor actor, long version) {
        return new Since(of(story))
                .tell(CASE, version, actor).stream().map(Since.Happened::event).toList();
    }

    private static Actor of(CountryCode country, Role role, String organisation) {
        return new Actor(ActorKind.PERSON, UUID.randomUUID(), "test", new OrganisationId(organisation), country, role);
    }

    private static Cases of(Story story) {
        return new Cases() {
            @Override
            public Optional<CaseState> known(CaseId caseId) {
                return find(caseId);
            }

            @Override
            public Optional<CaseState> find(CaseId caseId) {
                return Optional.of(story.state);
            }

            @Override
            public List<Recorded<CaseEvent>> since(CaseId caseId, long version, int most) {
                return story.history.stream().skip(version).limit(most).toList();
            }
        };
    }
}
