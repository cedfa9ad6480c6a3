package org.trm.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trm.query.Scene.focalPoint;
import static org.trm.query.Scene.reader;
import static org.trm.query.sample.Happenings.BG;
import static org.trm.query.sample.Happenings.DE;
import static org.trm.query.sample.Happenings.RO;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trm.events.CaseEvent;
import org.trm.events.ReferralEvent.MonitoringWaived;
import org.trm.events.ReferralEvent.ReferralDeclined;
import org.trm.events.ReferralEvent.ReferralForwarded;
import org.trm.events.types.DeclineReason;
import org.trm.events.types.MonitoringMilestone;
import org.trm.events.types.MonitoringWaiver;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.Role;
import org.trm.query.Scene;
import org.trm.query.access.AccessScope;
import org.trm.query.access.Entitlements;
import org.trm.query.history.AsOf;
import org.trm.query.reading.When;
import org.trm.query.sample.Happenings;
import org.trm.query.view.Generations;
import org.trm.query.web.Cursor;
import org.trm.query.web.QueryProblem;

class TimelineReaderTest {
    private static final ReferralId FIRST = new ReferralId(new UUID(2, 1));
    private static final ReferralId SECOND = new ReferralId(new UUID(2, 2));

    private final Scene scene = new Scene(TimelineView.class);
    private final Happenings her = scene.happenings();
    private final TimelineReader reader = new TimelineReader(
            scene.bean(TimelineView.class),
            new TimelineTable(scene.jdbc(), scene.bean(Generations.class)),
            scene.reading(),
            scene.bean(Entitlements.class));

    @AfterEach
    void end() {
        scene.close();
    }

    @Test
    void theHolderSeesEveryEntry_andAnAuditorNothingOfThePerson() {
        scene.by(BG, her.opened(), her.needsAssessed(null), her.riskAssessed(BG, RO));
        List<TimelineEntry> told = read(focalPoint(BG));
        assertThat(told).extracting(TimelineEntry::version).containsExactly(1L, 2L, 3L);
        assertThat(told.get(1).detail()).isEqualTo("Needs: shelter and legal aid.");
        assertThat(told.get(1).act()).isEqualTo("trm.case.NeedsAssessed");
        assertThat(told.get(1).actingOrganisation()).isEqualTo("BG-NRM");
        List<TimelineEntry> audited = read(reader(Role.AUDITOR, BG));
        assertThat(audited)
                .extracting(TimelineEntry::sentence)
                .containsExactlyElementsOf(
                        told.stream().map(TimelineEntry::sentence).toList());
        assertThat(audited).extracting(TimelineEntry::detail).containsOnlyNulls();
    }

    @Test
    void whoCoordinatesSeesNoTimeline() {
        scene.by(BG, her.opened());
        assertUnknown(reader(Role.NATIONAL_COORDINATOR, BG), scene.now());
    }

    @Test
    void anAskedCountrySeesItsReferral_andWhatIsMeantForEveryParty_fromTheSubmissionOn() {
        scene.by(BG, her.opened(), her.riskAssessed(BG, RO), her.drafted(FIRST, BG, RO));
        scene.by(BG, her.drafted(SECOND, ReferralKind.INFORMATION_OR_SERVICE, BG, DE, null), her.submitted(SECOND));
        assertUnknown(focalPoint(RO), scene.now());
        scene.by(BG, her.submitted(FIRST));
        scene.by(RO, her.received(FIRST), her.riskAssessed(RO, RO));
        scene.by(BG, her.riskAssessed(BG, RO), her.needsAssessed(null));
        assertThat(versions(focalPoint(RO))).containsExactly(1L, 3L, 6L, 7L, 8L, 10L);
        assertThat(versions(focalPoint(DE))).containsExactly(1L, 4L, 5L, 10L);
    }

    @Test
    void aCountryThatWasAskedSeesItsReferralUpToItsEnd() {
        scene.by(BG, her.opened(), her.drafted(FIRST, BG, RO), her.submitted(FIRST));
        scene.by(RO, her.riskAssessed(RO, RO));
        scene.by(RO, new ReferralDeclined(scene.caseId(), FIRST, DeclineReason.NO_LEGAL_STAY));
        scene.by(BG, her.needsAssessed(null));
        assertThat(versions(focalPoint(RO))).containsExactly(2L, 3L, 5L);
        assertThat(timeline(focalPoint(RO), scene.now()).version()).isEqualTo(5);
        assertThat(versions(focalPoint(RO), new When(new AsOf.Version(4), null)))
                .as("and no more of the past than it may see now")
                .containsExactly(2L, 3L);
    }

    @Test
    void aCountryThatHandedOverSeesWhatWas_andWhatBecomesOfItsReferral() {
        scene.by(BG, her.opened(), her.needsAssessed(null));
        scene.by(BG, her.handover(FIRST, BG, RO).toArray(CaseEvent[]::new));
        scene.by(RO, her.needsAssessed(null));
        scene.by(
                RO,
                new MonitoringWaived(
                        scene.caseId(),
                        FIRST,
                        MonitoringMilestone.AFTER_72_HOURS,
                        MonitoringWaiver.CONTACT_UNSAFE,
                        null));
        scene.by(RO, her.drafted(SECOND, RO, DE), her.submitted(SECOND));
        assertThat(versions(focalPoint(BG)))
                .containsExactlyElementsOf(LongStream.concat(LongStream.rangeClosed(1, 11), LongStream.of(13))
                        .boxed()
                        .toList());
        assertThat(versions(focalPoint(RO))).hasSize(15);
    }

    @Test
    void aCountryDoesNotLearnWhichOtherOneNamedIt() {
        scene.by(BG, her.opened(), her.drafted(FIRST, BG, RO), her.submitted(FIRST));
        scene.by(
                RO,
                new ReferralForwarded(scene.caseId(), FIRST, DE, SECOND),
                her.drafted(SECOND, ReferralKind.CUSTODY_TRANSFER, BG, DE, FIRST));
        scene.by(BG, her.submitted(SECOND));
        assertThat(versions(focalPoint(DE))).containsExactly(1L, 5L, 6L);
        assertThat(read(focalPoint(DE)))
                .extracting(TimelineEntry::actingCountry)
                .containsExactly("BG", null, "BG");
        assertThat(read(focalPoint(DE)).get(1).actingOrganisation()).isNull();
        assertThat(read(focalPoint(BG)).get(4).actingCountry()).isEqualTo("RO");
    }

    @Test
    void whatIsStoredOfAnEventIsForWhomTheTimelineKeepsNothingOfItFrom() {
        scene.by(BG, her.opened(), her.drafted(FIRST, BG, RO), her.submitted(FIRST));
        scene.by(
                RO,
                new ReferralForwarded(scene.caseId(), FIRST, DE, SECOND),
                her.drafted(SECOND, ReferralKind.CUSTODY_TRANSFER, BG, DE, FIRST));
        scene.by(BG, her.submitted(SECOND));
        assertThat(disclosed(focalPoint(BG)))
                .as("the holder")
                .containsExactly("1 all", "2 all", "3 all", "4 all", "5 all", "6 all");
        assertThat(disclosed(reader(Role.AUDITOR, BG)))
                .as("without what is said of the person")
                .containsExactly("1 who", "2 all", "3 all", "4 all", "5 all", "6 all");
        assertThat(disclosed(focalPoint(DE)))
                .as("which is asked, and must not learn that another was asked before, nor who named it")
                .containsExactly("1 who", "5 none", "6 who");
    }

    @Test
    void whatIsStoredStaysWithWhoHandedOver_upToThat_andIsTheNewHoldersAltogether() {
        scene.by(BG, her.opened());
        scene.by(BG, her.handover(FIRST, BG, RO).toArray(CaseEvent[]::new));
        scene.by(
                RO,
                new MonitoringWaived(
                        scene.caseId(),
                        FIRST,
                        MonitoringMilestone.AFTER_72_HOURS,
                        MonitoringWaiver.CONTACT_UNSAFE,
                        null));
        assertThat(disclosed(focalPoint(BG))).contains("1 all", "10 all").endsWith("11 who");
        assertThat(disclosed(focalPoint(RO))).hasSize(11).allMatch(one -> one.endsWith(" all"));
    }

    private List<String> disclosed(AccessScope scope) {
        return timeline(scope, scene.now()).disclosures().stream()
                .map(one -> one.entry().version() + (one.content() ? " all" : one.provenance() ? " who" : " none"))
                .toList();
    }

    @Test
    void whatWasCorrectedIsMarked_fromTheCorrectionOn() {
        scene.by(BG, her.opened(), her.needsAssessed(null), her.needsAssessed(2L));
        List<TimelineEntry> told = read(focalPoint(BG));
        assertThat(told).extracting(TimelineEntry::correctedBy).containsExactly(null, 3L, null);
        assertThat(told).extracting(TimelineEntry::corrects).containsExactly(null, null, 2L);
        assertThat(read(focalPoint(BG), new When(new AsOf.Version(2), null)))
                .extracting(TimelineEntry::correctedBy)
                .containsOnlyNulls();
        assertThat(read(focalPoint(BG), new When(new AsOf.Version(3), null))).isEqualTo(told);
    }

    @Test
    void aLongTimelineIsReadPageByPage_andHowItIsReadCostsNoConnections() {
        scene.by(BG, her.opened());
        for (int i = 0; i < 60; i++) {
            scene.by(BG, her.needsAssessed(null), her.riskAssessed(BG, RO));
        }
        List<Long> read = new ArrayList<>();
        List<TimelineEntry> page = timeline(focalPoint(BG), scene.now()).after(null, 3);
        while (!page.isEmpty()) {
            page.forEach(entry -> read.add(entry.version()));
            Cursor next = Cursor.at(page.get(page.size() - 1).version());
            page = timeline(focalPoint(BG), scene.now()).after(Cursor.of(next.toString()), 3);
        }
        assertThat(read)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 121).boxed().toList());
    }

    @Test
    void whatIsKeptToTellTheNextEventDoesNotGrow() {
        scene.by(BG, her.opened(), her.needsAssessed(null));
        int early = memory();
        for (int i = 0; i < 100; i++) {
            scene.by(BG, her.needsAssessed(null));
        }
        assertThat(memory()).isLessThan(early + 20);
    }

    private int memory() {
        read(focalPoint(BG));
        return scene.jdbc()
                .sql(scene.bean(Generations.class)
                        .current(TimelineView.NAME)
                        .in("SELECT length(state) FROM ${schema}.case_memory"))
                .query(Integer.class)
                .single();
    }

    private void assertUnknown(AccessScope scope, When when) {
        assertThatThrownBy(() -> reader.of(scope, scene.caseId(), new When(when.asOf(), null)))
                .isInstanceOf(QueryProblem.class)
                .hasMessageContaining("no such case for you");
    }

    private List<Long> versions(AccessScope scope) {
        return versions(scope, scene.now());
    }

    private List<Long> versions(AccessScope scope, When when) {
        return read(scope, when).stream().map(TimelineEntry::version).toList();
    }

    private List<TimelineEntry> read(AccessScope scope) {
        return read(scope, scene.now());
    }

    private List<TimelineEntry> read(AccessScope scope, When when) {
        return timeline(scope, when).after(null, 200);
    }

    private Timeline timeline(AccessScope scope, When when) {
        return reader.of(scope, scene.caseId(), when);
    }
}
