package org.trm.query.duplicates;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trm.query.access.AccessScope;
import org.trm.query.web.Cursor;
import org.trm.query.web.Listing;
import org.trm.query.web.Lists;
import org.trm.query.web.Page;

/** Whose focal point to ask, because the same person may be known there. */
@RestController
@RequestMapping("/api/possible-duplicates")
class DuplicatesApi {
    private final DuplicatesReader reader;
    private final Lists lists;

    DuplicatesApi(DuplicatesReader reader, Lists lists) {
        this.reader = reader;
        this.lists = lists;
    }

    @Operation(
            operationId = "possibleDuplicates",
            summary = "Which of your country's cases may be of somebody who is known elsewhere",
            description =
                    "For a national focal point. The country is the one whose focal point to ask now; of the case "
                            + "there you are told nothing. It is settled when your country has said what came of asking "
                            + "there; what is found there later is not.")
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Lists.CSV, Lists.NDJSON})
    ResponseEntity<Page<PossibleDuplicate>> list(
            AccessScope scope,
            @RequestParam(required = false) Boolean settled,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) Cursor cursor,
            HttpServletRequest request,
            HttpServletResponse response) {
        Listing<PossibleDuplicate> listing = new Listing<>(
                PossibleDuplicate.class,
                (after, most) -> reader.list(scope, settled, after, most),
                PossibleDuplicate::place);
        return lists.answer(request, response, limit, cursor, listing);
    }
}
