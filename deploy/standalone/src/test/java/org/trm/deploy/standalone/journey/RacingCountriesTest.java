package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;

/** At the same moment Romania decides and Bulgaria withdraws: one of them is first, and the other is told so. */
class RacingCountriesTest extends Journey {
    private static final Map<String, String> WITHDRAWAL = Map.of("reason", "PERSON_CHANGED_PLANS");

    @RepeatedTest(8)
    void of_two_ends_one_happens() {
        Her her = received();

        List<Answer> answers = AtOnce.answers(List.of(
                () -> bulgaria.focalPoint.posts(her.address("/referrals/{r}/withdrawal"), WITHDRAWAL, Map.of()),
                () -> romania.focalPoint.posts(
                        her.address("/referrals/{r}/decline"), Map.of("reason", "NO_SUITABLE_SERVICE"), Map.of())));

        boolean withdrawn = answers.get(0).done();
        assertThat(answers)
                .extracting(Answer::outcome)
                .containsExactly(
                        withdrawn ? "200" : "409 CANNOT_WITHDRAW", withdrawn ? "409 MUST_AWAIT_DECISION" : "200");
        happenedOnce(her, withdrawn ? "WITHDRAWN" : "DECLINED");
    }

    @RepeatedTest(8)
    void who_insists_on_what_she_read_is_told_that_it_has_changed() {
        Her her = received();
        Map<String, String> asRead = Map.of("If-Match", bulgaria.focalPoint.tag(her));

        List<Answer> answers = AtOnce.answers(List.of(
                () -> bulgaria.focalPoint.posts(her.address("/referrals/{r}/withdrawal"), WITHDRAWAL, asRead),
                () -> romania.focalPoint.posts(
                        her.address("/referrals/{r}/acceptance"), romania.acceptance("SHELTER"), asRead)));

        boolean withdrawn = answers.get(0).done();
        Answer lost = answers.get(withdrawn ? 1 : 0);
        assertThat(answers).filteredOn(Answer::done).hasSize(1);
        // Once withdrawn, the case is none of Romania's any more, and it is not told how far it has come.
        assertThat(lost.outcome())
                .isIn(
                        withdrawn
                                ? List.of("412 VERSION_MISMATCH", "409 MUST_AWAIT_DECISION")
                                : List.of("412 VERSION_MISMATCH"));
        happenedOnce(her, withdrawn ? "WITHDRAWN" : "ACCEPTED");
    }

    private void happenedOnce(Her her, String state) {
        her.became(her.version() + 1);
        assertThat(bulgaria.sees(her).version()).isEqualTo(her.version());
        assertThat(bulgaria.auditor.timeline(her)).hasSize((int) her.version());
        assertThat(bulgaria.letter(her).state()).isEqualTo(state);
        assertThat(romania.letter(her).state()).isEqualTo(state);
    }
}
