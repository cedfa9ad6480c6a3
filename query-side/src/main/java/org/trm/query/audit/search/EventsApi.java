package org.trm.query.audit.search;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trm.events.identity.Bearer;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.OrganisationId;
import org.trm.query.access.AccessScope;
import org.trm.query.audit.exports.Exports;
import org.trm.query.timeline.EventFilter;
import org.trm.query.timeline.EventsReader;
import org.trm.query.timeline.FoundEvent;
import org.trm.query.web.Cursor;
import org.trm.query.web.Listing;
import org.trm.query.web.Lists;
import org.trm.query.web.Page;

/** What happened in all cases, the earliest first. */
@RestController
@Tag(name = "Event search")
class EventsApi {
    private final EventsReader reader;
    private final Exports exports;
    private final Lists lists;

    EventsApi(EventsReader reader, Exports exports, Lists lists) {
        this.reader = reader;
        this.exports = exports;
        this.lists = lists;
    }

    @Operation(
            operationId = "auditEvents",
            summary = "What happened in all cases that you may see, in the order in which it was recorded",
            description =
                    "CSV and NDJSON give all of it, however much that is. That you take it away is recorded before the first "
                            + "line: the Link header names the record, in which the SHA-256 of what you were sent stands afterwards. What "
                            + "is recorded while you read may be told or not.")
    @GetMapping(
            path = "/api/audit/events",
            produces = {MediaType.APPLICATION_JSON_VALUE, Lists.CSV, Lists.NDJSON})
    ResponseEntity<Page<FoundEvent>> events(
            AccessScope scope,
            Authentication who,
            @Parameter(description = "Only events of this case") @RequestParam(required = false) CaseId caseId,
            @Parameter(description = "Only what this actor did, by pseudonym, as far as you may know who acted")
                    @RequestParam(required = false)
                    UUID actor,
            @Parameter(description = "Only what was done for this organisation, as far as you may know")
                    @RequestParam(required = false)
                    OrganisationId organisation,
            @Parameter(description = "Only what was done for this country, as far as you may know")
                    @RequestParam(required = false)
                    CountryCode country,
            @Parameter(description = "Only events of this name, such as trm.case.CaseOpened")
                    @RequestParam(required = false)
                    String type,
            @Parameter(description = "Only what was recorded then or later: an instant such as 2026-03-01T12:00:00Z")
                    @RequestParam(required = false)
                    Instant from,
            @Parameter(description = "Only what was recorded before: an instant such as 2026-04-01T12:00:00Z")
                    @RequestParam(required = false)
                    Instant to,
            @Parameter(
                            description =
                                    "Only what followed from one request, by its X-Correlation-Id or trace id, as a UUID")
                    @RequestParam(required = false)
                    UUID correlation,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) Cursor cursor,
            HttpServletRequest request,
            HttpServletResponse response) {
        EventFilter filter = new EventFilter(caseId, actor, organisation, country, type, from, to, correlation);
        Listing<FoundEvent> listing = new Listing<>(
                FoundEvent.class, (after, most) -> reader.after(scope, filter, after, most), FoundEvent::place);
        return lists.answer(
                request,
                response,
                limit,
                cursor,
                listing,
                exports.note((Bearer) who.getPrincipal(), scope, request, response));
    }
}
