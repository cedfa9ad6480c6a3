package org.trm.query.emergency;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.query.sample.Happenings.BG;
import static org.trm.query.sample.Happenings.DE;
import static org.trm.query.sample.Happenings.NOON;
import static org.trm.query.sample.Happenings.RO;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trm.events.EmergencyEvent.EmergencyAccessOpened;
import org.trm.events.EmergencyEvent.EmergencyAccessReviewed;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.EmergencyFinding;
import org.trm.events.types.EmergencyGround;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Role;
import org.trm.events.types.TimeLimit;
import org.trm.query.Scene;
import org.trm.query.sample.Happenings;
import org.trm.query.view.Generations;
import org.trm.query.web.Cursor;

/** What was opened in emergencies lies before those who review it until they have. */
class EmergencyReaderTest {
    private static final ReferralId REFERRAL = new ReferralId(new UUID(6, 6));
    private static final EmergencyAccessId FIRST = new EmergencyAccessId(new UUID(1, 1));
    private static final EmergencyAccessId SECOND = new EmergencyAccessId(new UUID(1, 2));
    private static final Deadline REVIEW = Happenings.deadline(TimeLimit.EMERGENCY_REVIEW);

    private final Scene scene = new Scene(EmergencyView.class);

    @BeforeEach
    void romaniaIsAskedAndItsPoliceOpenWhatProtectsHer() {
        scene.by(
                BG,
                scene.happenings().opened(),
                scene.happenings().drafted(REFERRAL, BG, RO),
                scene.happenings().submitted(REFERRAL));
        scene.by(RO, opened(FIRST));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private EmergencyAccessOpened opened(EmergencyAccessId accessId) {
        return new EmergencyAccessOpened(
                scene.caseId(), accessId, EmergencyGround.DANGER_TO_LIFE, NOON.plusSeconds(10_800), REVIEW, REVIEW);
    }

    private void reviewed(CountryCode by, EmergencyAccessId accessId) {
        scene.by(by, new EmergencyAccessReviewed(scene.caseId(), accessId, EmergencyFinding.NOT_JUSTIFIED, null));
    }

    private List<EmergencyLine> lines(Role role, CountryCode country, Boolean reviewed, Instant now) {
        scene.now();
        return reader(now).list(Scene.reader(role, country), reviewed, null, 10);
    }

    private EmergencyReader reader(Instant now) {
        return new EmergencyReader(scene.bean(Generations.class), scene.jdbc(), Clock.fixed(now, UTC));
    }

    private List<UUID> accesses(Role role, CountryCode country, Boolean reviewed) {
        return lines(role, country, reviewed, NOON).stream()
                .map(EmergencyLine::accessId)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void it_is_for_those_who_review_it_or_answer_for_it(Role role) {
        Set<Role> reviewers = EnumSet.of(Role.DATA_PROTECTION_OFFICER, Role.AUDITOR, Role.NATIONAL_FOCAL_POINT);
        assertThat(accesses(role, BG, null)).hasSize(reviewers.contains(role) ? 1 : 0);
    }

    @Test
    void it_is_seen_by_the_country_whose_officer_it_was_and_by_the_one_that_holds_the_case_whoever_that_is() {
        scene.by(BG, opened(SECOND));
        assertThat(accesses(Role.AUDITOR, RO, null)).containsExactly(FIRST.value());
        assertThat(accesses(Role.AUDITOR, BG, null)).containsExactlyInAnyOrder(FIRST.value(), SECOND.value());
        assertThat(accesses(Role.AUDITOR, DE, null)).isEmpty();

        scene.by(BG, scene.happenings().custodyMoved(REFERRAL, BG, RO));

        assertThat(accesses(Role.AUDITOR, RO, null)).containsExactlyInAnyOrder(FIRST.value(), SECOND.value());
        assertThat(accesses(Role.AUDITOR, BG, null)).containsExactly(SECOND.value());
    }

    @Test
    void what_waits_and_what_was_reviewed_are_told_apart() {
        scene.by(BG, opened(SECOND));
        reviewed(RO, FIRST);

        assertThat(accesses(Role.DATA_PROTECTION_OFFICER, BG, false)).containsExactly(SECOND.value());
        assertThat(lines(Role.DATA_PROTECTION_OFFICER, BG, true, NOON))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.accessId()).isEqualTo(FIRST.value());
                    assertThat(line.country()).isEqualTo("RO");
                    assertThat(line.reviewedBy()).isEqualTo("RO");
                    assertThat(line.finding()).isEqualTo(EmergencyFinding.NOT_JUSTIFIED);
                });
    }

    @Test
    void a_review_is_overdue_from_its_moment_on_and_no_more_when_it_was_made() {
        Instant due = REVIEW.escalatesAt();
        assertThat(lines(Role.AUDITOR, RO, null, due.minusMillis(1)))
                .extracting(EmergencyLine::overdue)
                .containsExactly(false);
        assertThat(lines(Role.AUDITOR, RO, null, due))
                .extracting(EmergencyLine::overdue)
                .containsExactly(true);
        reviewed(RO, FIRST);
        assertThat(lines(Role.AUDITOR, RO, null, due))
                .extracting(EmergencyLine::overdue)
                .containsExactly(false);
    }

    @Test
    void it_is_read_piece_by_piece() {
        scene.by(BG, opened(SECOND));
        List<EmergencyLine> all = lines(Role.AUDITOR, BG, null, NOON);
        Cursor afterFirst = Cursor.at(all.get(0).openedAt(), all.get(0).accessId());

        assertThat(reader(NOON).list(Scene.reader(Role.AUDITOR, BG), null, afterFirst, 10))
                .containsExactly(all.get(1));
    }
}
