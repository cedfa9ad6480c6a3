package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** An answer got lost, and the act is sent again with its key: it is answered alike, and nothing happens twice. */
class SameActTwiceTest extends Journey {
    private final Map<String, String> key = key();

    @Test
    void a_case_is_opened_once() {
        Answer first = bulgaria.focalPoint.posts("/api/cases", Country.opening(AN_ADULT), key);
        Answer again = bulgaria.focalPoint.posts("/api/cases", Country.opening(AN_ADULT), key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void what_was_refused_stays_refused_although_it_would_be_allowed_by_now() {
        Her her = identified();
        bulgaria.drafts(her, romania);
        String submission = her.address("/referrals/{r}/submission");

        Answer first = bulgaria.focalPoint.posts(submission, Map.of(), key);
        consented(her, romania);
        Answer again = bulgaria.focalPoint.posts(submission, Map.of(), key);

        assertThat(first.outcome()).isEqualTo("409 CONSENT_REQUIRED");
        assertThat(again.outcome()).isEqualTo("409 CONSENT_REQUIRED");
        bulgaria.submits(her);
    }

    @Test
    void a_key_that_was_used_for_something_else_is_refused() {
        Her her = identified();
        Answer first = bulgaria.focalPoint.posts(her.address("/needs"), Map.of("needs", List.of("SHELTER")), key);
        her.became(first.version());

        Answer other = bulgaria.focalPoint.posts(her.address("/needs"), Map.of("needs", List.of("LEGAL")), key);
        Answer elsewhere = bulgaria.focalPoint.posts("/api/cases", Country.opening(AN_ADULT), key);

        assertThat(other.outcome()).isEqualTo("422 KEY_REUSED");
        assertThat(elsewhere.outcome()).isEqualTo("422 KEY_REUSED");
        assertThat(bulgaria.sees(her).version()).isEqualTo(first.version());
    }

    @Test
    void the_key_of_one_person_says_nothing_about_the_acts_of_another() {
        Answer hers = bulgaria.focalPoint.posts("/api/cases", Country.opening(AN_ADULT), key);
        Answer others = romania.focalPoint.posts("/api/cases", Country.opening(AN_ADULT), key);

        assertThat(others.status()).isEqualTo(201);
        assertThat(others.body().path("caseId")).isNotEqualTo(hers.body().path("caseId"));
    }

    @Test
    void sent_many_times_at_once_it_still_happens_once() {
        Her her = identified();
        long before = her.version();

        Callable<Answer> act =
                () -> bulgaria.focalPoint.posts(her.address("/needs"), Map.of("needs", List.of("SHELTER")), key);

        List<Answer> answers = AtOnce.answers(Collections.nCopies(8, act));

        assertThat(answers).extracting(Answer::outcome).contains("200").isSubsetOf("200", "409 KEY_IN_USE");
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isEqualTo("1"));
        assertThat(answers).filteredOn(Answer::done).extracting(Answer::version).containsOnly(before + 1);
        her.became(before + 1);
        assertThat(bulgaria.sees(her).version()).isEqualTo(before + 1);
        assertThat(bulgaria.auditor.timeline(her)).hasSize((int) before + 1);
    }

    static Map<String, String> key() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }
}
