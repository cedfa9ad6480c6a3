package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Story.CASE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trm.command.casefile.consent.RecordConsent;
import org.trm.command.casefile.risk.RecordRiskAssessment;
import org.trm.events.types.ConsentId;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DataClass;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.ReferralState;
import org.trm.events.types.RiskLevel;
import org.trm.events.types.Role;
import org.trm.events.types.Scope;

/**
 * Who may read what about her follows from the process. In these stories she consents to disclose her identity and papers
 * (B) and contact and location (C).
 */
class AccessTest {
    private static final Set<ReferralState> RELEASED =
            EnumSet.of(ReferralState.READY, ReferralState.IN_TRANSIT, ReferralState.INTERRUPTED, ReferralState.ARRIVED);

    /** What a country may read of what was recorded in an epoch. */
    private static String reads(Story story, CountryCode country, int epoch) {
        return Arrays.stream(PersonalField.values())
                .map(Scope::of)
                .distinct()
                .filter(scope -> story.state.access().readers(scope, epoch).contains(country))
                .map(Scope::toString)
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }

    private static final String ALL = "[B, C, C-custody, D, E, E-own, F, F-own, G-own, H-own, I]";
    private static final String NOTHING = "[]";

    @Test
    void theCountryThatOpensTheCaseMayReadEverythingAndNobodyElseAnything() {
        Story story = Story.ofAnAdult().opened();
        assertThat(reads(story, BG, 1)).isEqualTo(ALL);
        assertThat(reads(story, RO, 1)).isEqualTo(NOTHING);
        assertThat(story.state.access().epoch()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(ReferralState.class)
    void theReceivingCountryMayReadWhatSheConsentedToFromReadyOnAndNotBefore(ReferralState state) {
        Story story = Story.ofAnAdult().with(state);
        boolean custodyMoved = story.state.holder().equals(RO);
        String expected = custodyMoved ? "[B, C, C-custody]" : RELEASED.contains(state) ? "[B, C]" : NOTHING;

        assertThat(reads(story, RO, 1)).isEqualTo(expected);
        assertThat(reads(story, BG, 1)).isEqualTo(custodyMoved ? "[D, E, E-own, F, F-own, G-own, H-own, I]" : ALL);
    }

    @Test
    void whenCustodyHasMovedWhatIsRecordedThenIsTheNewHoldersAlone() {
        Story story = Story.ofAnAdult().with(ReferralState.HANDED_OVER);
        assertThat(story.state.access().epoch()).isEqualTo(2);
        assertThat(reads(story, RO, 2)).isEqualTo(ALL);
        assertThat(reads(story, BG, 2)).isEqualTo(NOTHING);
    }

    @Test
    void aWithdrawalTakesItBackAndANewEpochBegins() {
        Story story = Story.ofAnAdult().with(ReferralState.READY).withdrawn(ConsentScope.TRANSFER);
        assertThat(reads(story, RO, 1)).isEqualTo(NOTHING);
        assertThat(story.state.access().epoch()).isEqualTo(2);
        assertThat(reads(story, BG, 1)).isEqualTo(ALL);
        assertThat(reads(story, BG, 2)).isEqualTo(ALL);
    }

    @Test
    void aConsentThatHasLapsedReleasesNothing() {
        Story story = Story.ofAnAdult().with(ReferralState.PREPARING);
        story.does(
                BG,
                Role.NATIONAL_FOCAL_POINT,
                disclosing(story, DataClass.E, story.today().minusDays(200)));
        story.prepared().signed(BG).signed(RO);
        assertThat(reads(story, RO, 1)).isEqualTo("[B, C]");
    }

    @Test
    void whatMayGoToAnotherOrganisationIsNotReleasedToTheOneThatReceivesHer() {
        Story story = Story.ofAnAdult().with(ReferralState.PREPARING);
        story.countries.authorise(new OrganisationId("RO-HOSPITAL"));
        RecordConsent toTheHospital = disclosing(story, DataClass.E, null);
        story.does(
                BG,
                Role.NATIONAL_FOCAL_POINT,
                new RecordConsent(
                        CASE,
                        toTheHospital.consentId(),
                        toTheHospital.scope(),
                        RO,
                        new OrganisationId("RO-HOSPITAL"),
                        toTheHospital.dataClasses(),
                        toTheHospital.purpose(),
                        toTheHospital.holder(),
                        null,
                        toTheHospital.language(),
                        true,
                        null,
                        null));
        story.prepared().signed(BG).signed(RO);
        assertThat(reads(story, RO, 1)).isEqualTo("[B, C]");
    }

    @Test
    void aConsentThatLapsesWhileSheIsOnHerWayTakesNothingFromThoseWhoWaitForHer() {
        Story story = Story.ofAnAdult().with(ReferralState.IN_TRANSIT).later(Duration.ofDays(300));
        story.does(
                RO, Role.NATIONAL_FOCAL_POINT, new RecordRiskAssessment(CASE, RO, RiskLevel.LOW, story.today(), null));
        assertThat(reads(story, RO, 1)).isEqualTo("[B, C]");
    }

    private static RecordConsent disclosing(Story story, DataClass dataClass, LocalDate given) {
        RecordConsent like = story.consent(ConsentScope.DISCLOSURE);
        return new RecordConsent(
                CASE,
                new ConsentId(new UUID(9, dataClass.ordinal())),
                like.scope(),
                like.country(),
                like.organisation(),
                EnumSet.of(dataClass),
                like.purpose(),
                like.holder(),
                like.childView(),
                like.language(),
                like.interpreter(),
                given,
                null);
    }

    @Test
    void aRequestForInformationOpensNothing() {
        Story story = Story.ofAnAdult().askingForInformation().with(ReferralState.ACCEPTED);
        assertThat(reads(story, RO, 1)).isEqualTo(NOTHING);
    }

    /** What must hold whatever happens; {@link CaseProperties} asks after every step. */
    static void check(CaseState state) {
        List<Scope> scopes =
                Arrays.stream(PersonalField.values()).map(Scope::of).distinct().toList();
        Access access = state.access();
        for (int epoch = 1; epoch <= access.epoch(); epoch++) {
            for (Scope scope : scopes) {
                Set<CountryCode> readers = access.readers(scope, epoch);
                assertThat(readers)
                        .as("%s of epoch %s has a reader", scope, epoch)
                        .isNotEmpty();
                if (scope.reach() == PersonalField.Reach.NEVER) {
                    assertThat(readers).as("%s goes nowhere", scope).hasSize(1);
                }
                assertThat(readers)
                        .allSatisfy(reader -> assertThat(maySee(state, reader)).isTrue());
            }
        }
        assertThat(scopes)
                .allSatisfy(scope ->
                        assertThat(access.readers(scope, access.epoch())).contains(state.holder()));
    }

    private static boolean maySee(CaseState state, CountryCode reader) {
        return state.holder().equals(reader)
                || state.formerHolders.contains(reader)
                || state.liveTransfer()
                        .filter(r -> RELEASED.contains(r.state()) && r.to().equals(reader))
                        .isPresent();
    }
}
