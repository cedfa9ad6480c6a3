package org.trm.query.timeline;

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
import org.trm.query.access.AccessScope;
import org.trm.query.history.AsOf;
import org.trm.query.reading.When;
import org.trm.query.web.Cursor;
import org.trm.query.web.EntityTag;
import org.trm.query.web.Listing;
import org.trm.query.web.Lists;
import org.trm.query.web.Page;
import org.trm.query.web.Tagged;

/** What happened in a case, the earliest first. */
@RestController
@RequestMapping("/api/cases/{caseId}/timeline")
class TimelineApi {
    private final TimelineReader reader;
    private final Lists lists;

    TimelineApi(TimelineReader reader, Lists lists) {
        this.reader = reader;
        this.lists = lists;
    }

    @Operation(operationId = "caseTimeline", summary = "What happened in one case, sentence by sentence")
    @Tagged
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Lists.CSV, Lists.NDJSON})
    ResponseEntity<Page<TimelineEntry>> ofCase(
            AccessScope scope,
            @PathVariable CaseId caseId,
            @RequestParam(required = false) AsOf asOf,
            @RequestParam(required = false) Long atLeastVersion,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) Cursor cursor,
            HttpServletRequest request,
            HttpServletResponse response) {
        Timeline timeline = reader.of(scope, caseId, new When(asOf, atLeastVersion));
        Listing<TimelineEntry> listing =
                new Listing<>(TimelineEntry.class, timeline::after, entry -> Cursor.at(entry.version()));
        ResponseEntity<Page<TimelineEntry>> answer = lists.answer(request, response, limit, cursor, listing);
        return answer == null
                ? null
                : EntityTag.answer(
                        timeline.version(), timeline.relation(), "timeline" + answer.getBody(), answer.getBody());
    }
}
