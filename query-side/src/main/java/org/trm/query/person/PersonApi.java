package org.trm.query.person;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trm.events.identity.Bearer;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.query.access.AccessScope;
import org.trm.query.history.AsOf;
import org.trm.query.reading.When;
import org.trm.query.web.Cursor;
import org.trm.query.web.Listing;
import org.trm.query.web.Lists;
import org.trm.query.web.Opens;
import org.trm.query.web.Page;

/** What is known of the person by name. */
@RestController
@RequestMapping("/api/cases/{caseId}/person")
class PersonApi {
    private final PersonReader reader;
    private final OpeningsReader openings;
    private final Lists lists;

    PersonApi(PersonReader reader, OpeningsReader openings, Lists lists) {
        this.reader = reader;
        this.openings = openings;
        this.lists = lists;
    }

    @Operation(
            operationId = "casePerson",
            summary = "What is known of the person by name",
            description = "Say what you open it for: that you did is recorded before you see it.")
    @Opens
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Person ofCase(
            AccessScope scope,
            Authentication who,
            @PathVariable CaseId caseId,
            @RequestParam ReadingPurpose purpose,
            @RequestParam(required = false) AsOf asOf,
            @RequestParam(required = false) Long atLeastVersion) {
        Opener opener = new Opener((Bearer) who.getPrincipal(), purpose);
        return reader.of(scope, opener, caseId, new When(asOf, atLeastVersion));
    }

    @Operation(operationId = "casePersonOpenings", summary = "Who has opened what about the person")
    @GetMapping(
            path = "/openings",
            produces = {MediaType.APPLICATION_JSON_VALUE, Lists.CSV, Lists.NDJSON})
    ResponseEntity<Page<OpeningLine>> openings(
            AccessScope scope,
            @PathVariable CaseId caseId,
            @Parameter(description = "Only what was opened for this country, as far as you may know")
                    @RequestParam(required = false)
                    CountryCode country,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) Cursor cursor,
            HttpServletRequest request,
            HttpServletResponse response) {
        Listing<OpeningLine> listing = new Listing<>(
                OpeningLine.class,
                (after, most) -> openings.after(scope, caseId, country, after == null ? 0 : after.number(0), most),
                line -> Cursor.at(line.number()));
        return lists.answer(request, response, limit, cursor, listing);
    }
}
