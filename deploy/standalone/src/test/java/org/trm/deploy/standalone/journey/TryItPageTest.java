package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.deploy.standalone.journey.Browser.Page;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who has nothing but a browser logs in on the try-it page and opens a case. */
class TryItPageTest extends Journey {
    @TempDir
    Path profile;

    @Test
    void one_logs_in_and_sends_the_act_that_is_shown() throws Exception {
        assumeTrue(Browser.installed().isPresent(), "No Chromium here: the try-it page is not tried in a browser");

        try (Browser browser = new Browser(Browser.installed().orElseThrow(), profile)) {
            Page page = browser.opens(mechanism.url().resolve("/swagger-ui/index.html"));
            page.presses(".btn.authorize");
            page.presses(
                    ".modal-ux .auth-container .modal-btn.authorize[aria-label=\\'Apply given OAuth2 credentials\\']");
            Page login = browser.seesOpened("/login");
            login.types("#username", "bg-focal-point");
            login.types("#password", "bg-focal-point");
            login.presses("button[type=submit]");
            page.awaits(".modal-ux .btn[aria-label=\\'Remove authorization\\']");
            page.presses(".btn.btn-done");

            String act = "[id$=-openCase] ";
            page.presses(act + ".opblock-summary-control");
            page.presses(act + ".try-out__btn");
            page.presses(act + ".execute");

            assertThat(page.text(act + ".live-responses-table .response .response-col_status"))
                    .startsWith("201");
            String body = page.text(act + ".live-responses-table .response .highlight-code code");
            Her her = new Her(JsonMapper.shared().readTree(body).path("caseId").asString(), bulgaria);
            assertThat(bulgaria.sees(her).stage()).isEqualTo("IDENTIFICATION");
        }
    }
}
