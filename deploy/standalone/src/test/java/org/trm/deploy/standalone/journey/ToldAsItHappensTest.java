package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever keeps listening hears which case to read again, and of no case that is hidden from her. */
class ToldAsItHappensTest extends Journey {

    @Test
    void the_addressed_country_hears_of_the_case_when_it_is_submitted_and_not_before() {
        Her her = identified();
        try (Stream<String> lines = romania.focalPoint.hears(null)) {
            consented(her, romania);
            bulgaria.drafts(her, romania);
            bulgaria.submits(her);

            assertThat(firstNews(lines)).contains(her.caseId(), "\"version\":" + her.version(), "\"referrals\"");
        }
    }

    @Test
    void who_was_cut_off_hears_what_she_missed() {
        Her her = identified();
        String last;
        try (Stream<String> lines = bulgaria.focalPoint.hears(null)) {
            last = lines.filter(line -> line.startsWith("id: "))
                    .findFirst()
                    .orElseThrow()
                    .substring(4);
        }
        consented(her, romania);

        try (Stream<String> lines = bulgaria.focalPoint.hears(last)) {
            assertThat(newsOfVersion(her.version(), lines)).contains(her.caseId(), "\"case\"");
        }
    }

    /** Hints of versions between may come first: when she reconnects, the views may not have taken in all of it. */
    private static String newsOfVersion(long version, Stream<String> lines) {
        return lines.filter(line -> line.startsWith("data: ") && line.contains("\"version\":" + version + ","))
                .findFirst()
                .orElseThrow();
    }

    private static String firstNews(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("data: ")).findFirst().orElseThrow();
    }
}
