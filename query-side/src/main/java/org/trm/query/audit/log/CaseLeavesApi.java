package org.trm.query.audit.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.trm.events.types.CaseId;
import org.trm.query.access.AccessScope;
import org.trm.query.web.Page;

/** Where the events of a case stand in the sealed log. */
@RestController
@Tag(name = "Sealed log")
class CaseLeavesApi {
    private final CaseLeavesReader reader;

    CaseLeavesApi(CaseLeavesReader reader) {
        this.reader = reader;
    }

    @GetMapping(path = "/api/cases/{caseId}/leaves", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "caseLeaves",
            summary = "Which leaves of the sealed log the events of a case are",
            description =
                    "With the entry of each, whose hash the leaf is, and in which the hash of what is stored of the event "
                            + "stands. With a leaf's receipt it proves that the event was recorded so, and when at the latest.")
    Page<CaseLeaf> leaves(AccessScope scope, @PathVariable CaseId caseId) {
        return new Page<>(reader.of(scope, caseId), null);
    }
}
