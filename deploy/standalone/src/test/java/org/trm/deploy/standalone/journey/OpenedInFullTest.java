package org.trm.deploy.standalone.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That something was opened is recorded exactly when it was shown. */
class OpenedInFullTest extends Journey {
    private static final String PURPOSE = "?purpose=DATA_SUBJECT_REQUEST";

    private Her known() {
        Her her = identified();
        bulgaria.recordsWhoSheIs(her, "Doe");
        return her;
    }

    /** Everything by which what is sealed is opened. */
    private List<String> addresses(Her her) {
        String content = Base64.getEncoder().encodeToString("Doe's passport".getBytes(UTF_8));
        String passport = bulgaria.focalPoint
                .acts(her, "/person/documents", Map.of("field", "PAPERS", "title", "Passport", "content", content))
                .body()
                .path("documentId")
                .asString();
        mechanism.settle(her);
        return List.of(
                her.address("/person" + PURPOSE),
                her.address("/person/documents/" + passport + PURPOSE),
                her.address("/person/copy"),
                her.address("/person/copy/documents/" + passport));
    }

    @Test
    void who_does_not_want_the_answer_opens_nothing() {
        Her her = known();
        for (String address : addresses(her)) {
            Answer head = bulgaria.protectionOfficer.headOf(address);

            assertThat(head.status()).as(address).isEqualTo(405);
            assertThat(head.header("Allow")).isEqualTo("GET");
        }
        assertThat(bulgaria.auditor.openings(her)).isEmpty();
    }

    @Test
    void who_says_that_she_has_it_already_is_shown_it_all_the_same() {
        Her her = known();
        int opened = 0;
        for (String address : addresses(her)) {
            Answer first = bulgaria.protectionOfficer.gets(address, Map.of("Accept", "*/*"));
            Answer again =
                    bulgaria.protectionOfficer.gets(address, Map.of("Accept", "*/*", "If-None-Match", "*, \"1\""));

            assertThat(first.outcome()).as(address).isEqualTo("200");
            assertThat(first.header("ETag")).as(address).isEmpty();
            assertThat(first.header("Cache-Control")).contains("no-store");
            assertThat(again.status()).as(address).isEqualTo(200);
            assertThat(again.http().body()).contains("Doe");
            opened += 2;
            assertThat(bulgaria.auditor.openings(her)).hasSize(opened);
        }
    }
}
