package org.trm.command.casefile.closing;

import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.command.web.Act;
import org.trm.command.web.Body;
import org.trm.command.web.Gives;
import org.trm.command.web.Optional;
import org.trm.command.web.Receipt;
import org.trm.events.types.CaseId;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.ReopeningReason;

/** Closing a case and opening it again, over HTTP. */
@RestController
@RequestMapping("/api/cases/{caseId}")
final class ClosingApi {
    record Closure(ClosureReason reason, @Optional LocalDate occurredOn) {}

    record Reopening(ReopeningReason reason) {}

    @Gives(CloseCase.class)
    @PostMapping("/closure")
    ResponseEntity<Receipt> closeCase(@PathVariable CaseId caseId, @Body Closure body, Act act) {
        return act.done(new CloseCase(caseId, body.reason(), body.occurredOn()));
    }

    @Gives(ReopenCase.class)
    @PostMapping("/reopening")
    ResponseEntity<Receipt> reopenCase(@PathVariable CaseId caseId, @Body Reopening body, Act act) {
        return act.done(new ReopenCase(caseId, body.reason()));
    }
}
