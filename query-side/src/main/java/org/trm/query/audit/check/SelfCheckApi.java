package org.trm.query.audit.check;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.query.web.Page;
import org.trm.query.web.QueryProblem;

/** What auditors and operators see of the comparisons of what is stored with the log, and may ask of them. */
@RestController
@RequestMapping(path = "/api/audit/self-checks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Self-check")
class SelfCheckApi {
    private static final int MOST = 50;

    private final SelfChecks checks;
    private final SelfCheckTable table;

    SelfCheckApi(SelfChecks checks, SelfCheckTable table) {
        this.checks = checks;
        this.table = table;
    }

    @GetMapping
    @Operation(
            operationId = "selfChecks",
            summary = "The latest comparisons of everything stored with the sealed log, the last first",
            description =
                    "Each names the records that do not agree, by their ids. Nothing is ever mended by it. Records out of which was "
                            + "taken what was sealed about a person who was erased, as an event says, are told apart: nothing is wrong "
                            + "with them.")
    Page<SelfCheck> latest() {
        return new Page<>(table.latest(MOST), null);
    }

    @PostMapping
    @Operation(operationId = "beginSelfChecks", summary = "Compare everything stored with the sealed log, now")
    @ApiResponse(responseCode = "202", description = "Begun; ask for the comparisons to see how far they are")
    ResponseEntity<Page<SelfCheck>> begin() {
        List<SelfCheck> begun = checks.begin().stream()
                .map(number -> table.find(number).orElseThrow())
                .toList();
        return ResponseEntity.accepted().body(new Page<>(begun, null));
    }

    @GetMapping("/{number}")
    @Operation(operationId = "selfCheck", summary = "How one comparison goes, or went")
    SelfCheck one(@PathVariable long number) {
        return table.find(number).orElseThrow(QueryProblem::notFound);
    }
}
