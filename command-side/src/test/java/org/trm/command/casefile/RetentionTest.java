package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.events.types.Role.DATA_PROTECTION_OFFICER;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trm.command.casefile.closing.CloseCase;
import org.trm.command.casefile.closing.ReopenCase;
import org.trm.command.casefile.erasure.ConfirmErasure;
import org.trm.command.casefile.erasure.RequestErasure;
import org.trm.command.casefile.timelimit.PassTimeLimit;
import org.trm.events.ClosingEvent.CaseClosed;
import org.trm.events.TimeLimitEvent.CaseDeadlineEscalated;
import org.trm.events.types.Actor;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.Deadline;
import org.trm.events.types.ErasureGround;
import org.trm.events.types.ReopeningReason;
import org.trm.events.types.TimeLimit;

/** After a case was closed what is known of the person is kept for as long as the law lets it be, and then it is overdue. */
class RetentionTest {
    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final Actor FIRST = person(BG, DATA_PROTECTION_OFFICER);
    private static final Actor SECOND = new Actor(
            FIRST.kind(), new UUID(7, 7), FIRST.issuer(), FIRST.organisation(), FIRST.country(), FIRST.role());
    private static final RequestErasure RETENTION_OVER = new RequestErasure(CASE, ErasureGround.RETENTION_OVER);
    private static final PassTimeLimit PASS = new PassTimeLimit(CASE, null, TimeLimit.RETENTION);

    private static Story closed() {
        return Story.ofAnAdult()
                .opened()
                .does(BG, NATIONAL_FOCAL_POINT, new CloseCase(CASE, ClosureReason.NOT_A_VICTIM, null));
    }

    private static Deadline retention(Story story) {
        return ((CaseClosed) story.happened.get(0)).deadline();
    }

    private static Story until(Story story, Instant moment) {
        return story.later(Duration.between(story.now, moment));
    }

    @Test
    void aClosureSaysUntilWhenWhatIsKnownOfThePersonIsKept() {
        Story story = closed();

        assertThat(retention(story).limit()).isEqualTo(TimeLimit.RETENTION);
        assertThat(retention(story).escalatesAt())
                .isEqualTo(story.now.atZone(SOFIA).plusYears(3).toInstant());
        assertThat(retention(story).lapsesAt()).isNull();
    }

    @Test
    void erasureOnTheGroundThatRetentionIsOverIsRefusedBeforeThatMomentAndOnNoOtherGround() {
        Story story = closed();
        Instant over = retention(story).escalatesAt();
        story.refuses(FIRST, RETENTION_OVER, Rule.RETENTION_RUNS);
        until(story, over.minusMillis(1)).refuses(FIRST, RETENTION_OVER, Rule.RETENTION_RUNS);

        closed().does(FIRST, new RequestErasure(CASE, ErasureGround.UNLAWFULLY_PROCESSED));
        until(story, over).does(FIRST, RETENTION_OVER).does(SECOND, new ConfirmErasure(CASE));
    }

    @Test
    void itComesToMindEveryMonthAndNothingIsErasedByItself() {
        Story story = closed();
        until(story, retention(story).escalatesAt());
        for (int months = 0; months < 4; months++) {
            story.does(Actor.CLOCK, PASS);
            Instant next =
                    ((CaseDeadlineEscalated) story.happened.get(0)).deadline().escalatesAt();
            assertThat(next).isEqualTo(story.now.atZone(SOFIA).plusMonths(1).toInstant());
            until(story, next.minusMillis(1)).does(Actor.CLOCK, PASS);
            assertThat(story.happened).isEmpty();
            until(story, next);
        }
        assertThat(story.state.erased()).isFalse();
        story.does(FIRST, RETENTION_OVER);
    }

    @Test
    void reopeningEndsItAndClosingAgainBeginsItAnew() {
        Story story = closed().later(Duration.ofDays(100));
        story.does(BG, NATIONAL_FOCAL_POINT, new ReopenCase(CASE, ReopeningReason.APPEAL_UPHELD));
        assertThat(story.state.retention()).isEmpty();
        story.later(Duration.ofDays(2000)).does(Actor.CLOCK, PASS);
        assertThat(story.happened).isEmpty();

        story.does(BG, NATIONAL_FOCAL_POINT, new CloseCase(CASE, ClosureReason.LOST_CONTACT, null));
        assertThat(retention(story).startsAt()).isEqualTo(story.now);
        story.refuses(FIRST, RETENTION_OVER, Rule.RETENTION_RUNS);
    }

    @Test
    void erasureEndsIt() {
        Story story = closed().does(FIRST, new RequestErasure(CASE, ErasureGround.DATA_SUBJECT_REQUEST));
        story.does(SECOND, new ConfirmErasure(CASE));
        assertThat(story.state.retention()).isEmpty();
    }
}
