package org.trm.query.audit.replay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trm.events.types.CaseId;
import org.trm.query.access.AccessScope;
import org.trm.query.reading.When;
import org.trm.query.web.Cursor;
import org.trm.query.web.Listing;
import org.trm.query.web.Lists;
import org.trm.query.web.Page;

/** A case as auditors replay it, each as far as her country may see it. */
@RestController
@RequestMapping(path = "/api/audit/cases/{caseId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Replay")
class ReplayApi {
    private final ReplayReader replay;

    ReplayApi(ReplayReader replay) {
        this.replay = replay;
    }

    @GetMapping("/history")
    @Operation(
            operationId = "auditHistory",
            summary = "A case step by step: each event, who and by which rules, and what it changed",
            description =
                    "As far as your country may see it. A state is the one that the case's status tells as of that version.")
    Page<Step> history(
            AccessScope scope,
            @PathVariable CaseId caseId,
            @RequestParam(required = false) Long atLeastVersion,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) Cursor cursor,
            HttpServletRequest request) {
        When when = new When(null, atLeastVersion);
        Listing<Step> listing = new Listing<>(
                Step.class,
                (after, most) -> replay.steps(scope, caseId, when, after, most),
                step -> Cursor.at(step.version()));
        return Lists.page(request, limit, cursor, listing);
    }
}
