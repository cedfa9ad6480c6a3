package org.trm.query.audit.exports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trm.query.access.AccessScope;
import org.trm.query.web.Cursor;
import org.trm.query.web.Listing;
import org.trm.query.web.Lists;
import org.trm.query.web.Page;
import org.trm.query.web.QueryProblem;

/** Which lists of events and which case files were taken away, by whom, and how far those have come that are being sent. */
@RestController
@RequestMapping(ExportsApi.PATH)
@Tag(name = "Event search")
class ExportsApi {
    static final String PATH = "/api/audit/exports";

    private final ExportsReader reader;
    private final Lists lists;

    ExportsApi(ExportsReader reader, Lists lists) {
        this.reader = reader;
        this.lists = lists;
    }

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Lists.CSV, Lists.NDJSON})
    @Operation(
            operationId = "exports",
            summary = "Which lists of events and which case files your country has taken away, the last first",
            description = "Of one that is being sent, how many lines were sent so far.")
    ResponseEntity<Page<ExportLine>> exports(
            AccessScope scope,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) Cursor cursor,
            HttpServletRequest request,
            HttpServletResponse response) {
        Listing<ExportLine> listing = new Listing<>(
                ExportLine.class,
                (after, most) -> reader.before(scope, after == null ? null : after.number(0), most),
                line -> Cursor.at(line.number()));
        return lists.answer(request, response, limit, cursor, listing);
    }

    @GetMapping(path = "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "export",
            summary = "One list or case file that was taken away, and what proves that it is the one",
            description =
                    "Compare the SHA-256 with that of the file; and the record with its leaf in the sealed log of readings, "
                            + "whose receipt is at /api/log/readings/proof/{leaf}.")
    ExportProof export(AccessScope scope, @PathVariable long number) {
        return reader.one(scope, number).orElseThrow(QueryProblem::notFound);
    }
}
