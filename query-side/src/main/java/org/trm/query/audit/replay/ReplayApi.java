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
import org.trm.events.types.CountryCode;
import org.trm.query.access.AccessScope;
import org.trm.query.history.AsOf;
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
    private final KnownReader known;

    ReplayApi(ReplayReader replay, KnownReader known) {
        this.replay = replay;
        this.known = known;
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

    @GetMapping("/difference")
    @Operation(
            operationId = "auditDifference",
            summary = "How a case differs between two moments, and what happened between them",
            description = "As far as your country may see it.")
    Between difference(
            AccessScope scope,
            @PathVariable CaseId caseId,
            @RequestParam(required = false) AsOf from,
            @RequestParam(required = false) AsOf to) {
        return replay.between(scope, caseId, from, to);
    }

    @GetMapping("/known")
    @Operation(
            operationId = "auditKnown",
            summary = "What a country knew of a case when one of its events came about",
            description =
                    "What it had been shown by then, what it might open of the person at most, and what anybody of it "
                            + "had opened. Of a country other than your own only where yours is responsible now, and as far as "
                            + "yours may see it.")
    Known known(
            AccessScope scope,
            @PathVariable CaseId caseId,
            @RequestParam(required = false) CountryCode country,
            @RequestParam(required = false) Long version) {
        return known.of(scope, caseId, country == null ? scope.country() : country, version);
    }
}
