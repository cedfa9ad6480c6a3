package org.trm.query.person;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trm.events.identity.Bearer;
import org.trm.events.types.CaseId;
import org.trm.events.types.DocumentId;
import org.trm.query.access.AccessScope;
import org.trm.query.web.Opens;

/** The content of a document about a person. It is to be saved, and nothing shows it as a page of this service. */
@RestController
@RequestMapping("/api/cases/{caseId}/person/documents/{documentId}")
class DocumentApi {
    private final DocumentReader reader;

    DocumentApi(DocumentReader reader) {
        this.reader = reader;
    }

    @Operation(
            operationId = "casePersonDocument",
            summary = "A document about the person",
            description =
                    "Which there are is told with what is known of the person. Say what you open it for: that you did is "
                            + "recorded before you see it.")
    @SavedDocument.Described
    @Opens
    @GetMapping
    ResponseEntity<byte[]> ofCase(
            AccessScope scope,
            Authentication who,
            @PathVariable CaseId caseId,
            @PathVariable DocumentId documentId,
            @RequestParam ReadingPurpose purpose) {
        Opener opener = new Opener((Bearer) who.getPrincipal(), purpose);
        DocumentReader.Opened document = reader.of(scope, opener, caseId, documentId);
        return SavedDocument.of(documentId, document);
    }
}
