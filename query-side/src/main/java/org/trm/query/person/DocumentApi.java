package org.trm.query.person;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import org.trm.events.types.DocumentId;
import org.trm.query.access.AccessScope;

/** The content of a document about a person. It is to be saved, and nothing shows it as a page of this service. */
@RestController
@RequestMapping("/api/cases/{caseId}/person/documents/{documentId}")
class DocumentApi {
    private static final Map<String, MediaType> TYPES = Map.of(
            "PDF", MediaType.APPLICATION_PDF,
            "JPEG", MediaType.IMAGE_JPEG,
            "PNG", MediaType.IMAGE_PNG,
            "TEXT", MediaType.parseMediaType("text/plain;charset=UTF-8"));

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
    @GetMapping
    ResponseEntity<byte[]> ofCase(
            AccessScope scope,
            Authentication who,
            @PathVariable CaseId caseId,
            @PathVariable DocumentId documentId,
            @RequestParam ReadingPurpose purpose) {
        Opener opener = new Opener((Bearer) who.getPrincipal(), purpose);
        DocumentReader.Opened document = reader.of(scope, opener, caseId, documentId);
        ContentDisposition saved = ContentDisposition.attachment()
                .filename(documentId + "." + document.format().toLowerCase(Locale.ROOT))
                .build();
        return ResponseEntity.ok()
                .contentType(TYPES.getOrDefault(document.format(), MediaType.APPLICATION_OCTET_STREAM))
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(document.content());
    }
}
