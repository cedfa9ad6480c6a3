package org.trm.query.casestatus;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.CountryCode;
import org.trm.query.access.AccessScope;
import org.trm.query.history.AsOf;
import org.trm.query.reading.When;
import org.trm.query.web.Cursor;
import org.trm.query.web.EntityTag;
import org.trm.query.web.Listing;
import org.trm.query.web.Lists;
import org.trm.query.web.Page;
import org.trm.query.web.Tagged;

/** Where the cases stand that the reader may see. */
@RestController
@RequestMapping("/api/cases")
class StatusApi {
    private final StatusReader reader;
    private final Lists lists;

    StatusApi(StatusReader reader, Lists lists) {
        this.reader = reader;
        this.lists = lists;
    }

    @Operation(operationId = "cases", summary = "Where the cases stand")
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Lists.CSV, Lists.NDJSON})
    ResponseEntity<Page<CaseLine>> list(
            AccessScope scope,
            @RequestParam(required = false) Stage stage,
            @RequestParam(required = false) CountryCode country,
            @RequestParam(required = false) Boolean overdue,
            @RequestParam(required = false) Awaiting awaiting,
            @RequestParam(required = false) CaseReference reference,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) Cursor cursor,
            HttpServletRequest request,
            HttpServletResponse response) {
        CaseFilter filter = new CaseFilter(stage, country, overdue, awaiting, reference);
        Listing<CaseLine> listing = new Listing<>(
                CaseLine.class,
                (after, most) -> reader.list(scope, filter, after, most),
                line -> Cursor.at(line.since(), line.caseId()));
        return lists.answer(request, response, limit, cursor, listing);
    }

    @Operation(operationId = "caseStatus", summary = "Where one case stands, or stood")
    @Tagged
    @GetMapping(path = "/{caseId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CaseStatus> one(
            AccessScope scope,
            @PathVariable CaseId caseId,
            @RequestParam(required = false) AsOf asOf,
            @RequestParam(required = false) Long atLeastVersion) {
        CaseStatus status = reader.one(scope, caseId, new When(asOf, atLeastVersion));
        return EntityTag.answer(status.version(), status.relation(), "status" + status, status);
    }
}
