package org.trm.query.copy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
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
import org.trm.query.person.SavedDocument;
import org.trm.query.web.Html;
import org.trm.query.web.Opens;

/** What the person herself is given, for machines and on paper. */
@RestController
@RequestMapping("/api/cases/{caseId}/person/copy")
class CopyApi {
    private final CopyReader reader;

    CopyApi(CopyReader reader) {
        this.reader = reader;
    }

    @Operation(
            operationId = "casePersonCopy",
            summary = "All that your country holds about the person, for the person",
            description =
                    "For a data protection officer of a country that has, or has had, the case, when the person asks "
                            + "(GDPR art. 15). What was recorded and then replaced is in it too. Accept text/html for a document to be printed. That you opened it is recorded before "
                            + "you see it.")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = PersonsCopy.class)),
                @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string"))
            })
    @Opens
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE})
    ResponseEntity<Object> of(
            AccessScope scope,
            Authentication who,
            @PathVariable CaseId caseId,
            @RequestParam(required = false) Long atLeastVersion,
            HttpServletRequest request) {
        boolean onPaper = isToBeRead(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        PersonsCopy copy = reader.of(scope, (Bearer) who.getPrincipal(), caseId, atLeastVersion);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(copy.reference() + (onPaper ? ".html" : ".json"))
                                .build()
                                .toString());
        return onPaper
                ? answer.header("Content-Security-Policy", Html.CONTENT_POLICY)
                        .contentType(CopyDocument.TYPE)
                        .body(CopyDocument.of(copy))
                : answer.contentType(MediaType.APPLICATION_JSON).body(copy);
    }

    @Operation(
            operationId = "casePersonCopyDocument",
            summary = "A document about the person, for the person",
            description = "One that the copy names, for whom the copy is for; recorded in the same way.")
    @SavedDocument.Described
    @Opens
    @GetMapping("/documents/{documentId}")
    ResponseEntity<byte[]> document(
            AccessScope scope, Authentication who, @PathVariable CaseId caseId, @PathVariable DocumentId documentId) {
        Bearer officer = (Bearer) who.getPrincipal();
        return SavedDocument.of(documentId, reader.document(scope, officer, caseId, documentId));
    }

    private static boolean isToBeRead(List<String> accepted) {
        return MediaType.parseMediaTypes(accepted).stream()
                .sorted(Comparator.comparing(MediaType::getQualityValue).reversed())
                .filter(type -> type.includes(MediaType.APPLICATION_JSON) || type.includes(MediaType.TEXT_HTML))
                .findFirst()
                .filter(type -> !type.includes(MediaType.APPLICATION_JSON))
                .isPresent();
    }
}
