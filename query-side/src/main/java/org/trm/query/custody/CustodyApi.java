package org.trm.query.custody;

import io.swagger.v3.oas.annotations.Operation;
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
import org.trm.query.web.EntityTag;
import org.trm.query.web.Tagged;

/** Who has been responsible for a case, the first one first. */
@RestController
@RequestMapping("/api/cases/{caseId}/custody")
class CustodyApi {
    private final CustodyReader reader;

    CustodyApi(CustodyReader reader) {
        this.reader = reader;
    }

    @Operation(operationId = "caseCustody", summary = "Who has been responsible for one case")
    @Tagged
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CustodyChain> ofCase(
            AccessScope scope,
            @PathVariable CaseId caseId,
            @RequestParam(required = false) AsOf asOf,
            @RequestParam(required = false) Long atLeastVersion) {
        CustodyChain chain = reader.of(scope, caseId, new When(asOf, atLeastVersion));
        return EntityTag.answer(chain.version(), chain.relation(), "custody" + chain, chain);
    }
}
