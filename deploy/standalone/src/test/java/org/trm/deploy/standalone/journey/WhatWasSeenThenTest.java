package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who reads sees what she has just done, what changed since she last looked, and what stood there at any moment before. */
class WhatWasSeenThenTest extends Journey {
    @Test
    void an_earlier_moment_shows_what_was_seen_then() {
        Her her = received();
        bulgaria.sees(her);
        long received = her.version();
        Instant then = Instant.parse(bulgaria.sees(her).text("updatedAt"));
        romania.accepts(her, "SHELTER");
        romania.confirms(her, "NATIONALITY_VERIFIED");

        for (Object moment : List.of(received, then)) {
            assertThat(bulgaria.sees(her, moment).referrals()).containsExactly("RO RECEIVED");
            assertThat(bulgaria.sees(her, moment).stage()).isEqualTo("TRANSFER_REQUESTED");
            assertThat(romania.sees(her, moment).referrals()).containsExactly("RO RECEIVED");
        }
        assertThat(bulgaria.sees(her).stage()).isEqualTo("TRANSFER_PREPARATION");
        assertThat(bulgaria.auditor.timeline(her, then)).hasSize((int) received);
        assertThat(romania.trayAsOf(her, then)).containsExactly("RECEIVED");
        assertThat(romania.tray(her, "incoming")).containsExactly("PREPARING");
    }

    @Test
    void romania_sees_nothing_of_the_time_before_it_was_asked() {
        Her her = identified();
        consented(her, romania);
        bulgaria.drafts(her, romania);
        long drafted = her.version();
        bulgaria.submits(her);

        assertThat(bulgaria.sees(her, drafted).referrals()).containsExactly("RO DRAFT");
        assertThat(romania.focalPoint
                        .gets(her.address("?asOf=" + drafted), Map.of())
                        .outcome())
                .isEqualTo("404 UNKNOWN_CASE");
    }

    @Test
    void whoever_asks_for_a_version_that_is_not_there_is_told_up_to_which_she_may_ask() {
        Her her = identified();
        mechanism.settle(her);
        for (String view : List.of("", "/referrals", "/timeline", "/custody")) {
            Answer beyond = bulgaria.focalPoint.gets(her.address(view + "?asOf=" + (her.version() + 1)), Map.of());

            assertThat(beyond.outcome()).as(view).isEqualTo("400 MALFORMED_PARAMETER");
            assertThat(beyond.body().at("/errors/0/detail").asString())
                    .isEqualTo("must be a version of the case that you may see: the last one is " + her.version());
        }
    }

    @Test
    void whoever_was_responsible_then_stays_told() {
        Her her = inTransit();
        long travelling = her.version();
        romania.confirmsArrival(her);
        bulgaria.acknowledgesTheHandover(her);
        romania.acknowledgesTheHandover(her);

        assertThat(romania.sees(her, travelling).responsible()).isEqualTo("BG");
        assertThat(romania.sees(her).responsible()).isEqualTo("RO");
        assertThat(romania.auditor.custody(her)).containsExactly("BG", "RO");
        assertThat(romania.auditor
                        .reads(her.address("/custody?asOf=" + travelling))
                        .body()
                        .path("custodies"))
                .hasSize(1);
    }

    @Test
    void nothing_is_sent_twice_to_who_has_it() {
        Her her = identified();
        for (String view : List.of("", "/referrals", "/timeline", "/custody")) {
            mechanism.settle(her);
            String tag = bulgaria.focalPoint.reads(her.address(view)).header("ETag");
            Map<String, String> known = Map.of("If-None-Match", tag);

            Answer same = bulgaria.focalPoint.gets(her.address(view), known);
            bulgaria.assessesNeeds(her, "SHELTER");
            mechanism.settle(her);
            Answer changed = bulgaria.focalPoint.gets(her.address(view), known);

            assertThat(same.status()).as(view).isEqualTo(304);
            assertThat(same.http().body()).isEmpty();
            assertThat(changed.status()).as(view).isEqualTo(200);
        }
    }

    @Test
    void what_is_decided_on_an_old_reading_is_refused() {
        Her her = identified();
        Map<String, String> read = Map.of("If-Match", bulgaria.focalPoint.tag(her));
        Map<String, Object> needs = Map.of("needs", List.of("SHELTER"));

        Answer first = bulgaria.focalPoint.posts(her.address("/needs"), needs, read);
        Answer second = bulgaria.focalPoint.posts(her.address("/needs"), needs, read);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.outcome()).isEqualTo("412 VERSION_MISMATCH");
        assertThat(second.fact("expectedVersion")).isEqualTo(String.valueOf(her.version()));
        assertThat(second.fact("version")).isEqualTo(String.valueOf(first.version()));
        assertThat(second.fact("timeline")).isEqualTo(her.address("/timeline"));
        assertThat(second.body().path("since").path(0).path("event").asString()).isEqualTo("NeedsAssessed");
        her.became(first.version());
        assertThat(bulgaria.sees(her).version()).isEqualTo(first.version());
    }

    @Test
    void she_sees_at_once_what_she_has_just_done() {
        Her her = identified();
        for (int i = 0; i < 10; i++) {
            bulgaria.assessesNeeds(her, "SHELTER");
            for (String view : List.of("", "/referrals", "/custody")) {
                assertThat(bulgaria.focalPoint
                                .reads(her.address(view + "?atLeastVersion=" + her.version()))
                                .version())
                        .as(view)
                        .isGreaterThanOrEqualTo(her.version());
            }
            assertThat(bulgaria.focalPoint
                            .reads(her.address("/timeline?limit=200&atLeastVersion=" + her.version()))
                            .body()
                            .path("items"))
                    .hasSize((int) her.version());
        }
    }

    @Test
    void for_what_has_not_happened_nobody_waits_for_ever() {
        Her her = identified();

        Answer answer = bulgaria.focalPoint.gets(her.address("?atLeastVersion=" + (her.version() + 1)), Map.of());

        assertThat(answer.outcome()).isEqualTo("503 NOT_YET_VISIBLE");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }
}
