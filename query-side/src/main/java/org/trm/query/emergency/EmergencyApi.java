package org.trm.query.emergency;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trm.query.access.AccessScope;
import org.trm.query.web.Cursor;
import org.trm.query.web.Listing;
import org.trm.query.web.Lists;
import org.trm.query.web.Page;

/** What was opened in emergencies, to be reviewed. */
@RestController
class EmergencyApi {
    private final EmergencyReader reader;
    private final Lists lists;

    EmergencyApi(EmergencyReader reader, Lists lists) {
        this.reader = reader;
        this.lists = lists;
    }

    @Operation(
            operationId = "emergencyAccesses",
            summary = "What was opened in emergencies, and what was found of it",
            description =
                    "For data protection officers, auditors and focal points: what officers of their country opened, "
                            + "and what was opened in the cases that it holds.")
    @GetMapping(
            path = "/api/emergency-accesses",
            produces = {MediaType.APPLICATION_JSON_VALUE, Lists.CSV, Lists.NDJSON})
    ResponseEntity<Page<EmergencyLine>> list(
            AccessScope scope,
            @RequestParam(required = false) Boolean reviewed,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) Cursor cursor,
            HttpServletRequest request,
            HttpServletResponse response) {
        Listing<EmergencyLine> listing = new Listing<>(
                EmergencyLine.class,
                (after, most) -> reader.list(scope, reviewed, after, most),
                line -> Cursor.at(line.openedAt(), line.accessId()));
        return lists.answer(request, response, limit, cursor, listing);
    }
}
