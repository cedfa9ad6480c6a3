package org.trm.query.audit.casefile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trm.events.identity.Bearer;
import org.trm.events.types.CaseId;
import org.trm.query.access.AccessScope;
import org.trm.query.audit.exports.Exports;
import org.trm.query.web.Opens;

/** A case as an archive that proves itself. */
@RestController
@Tag(name = "Case file")
class CaseFileApi {
    private static final String ZIP = "application/zip";

    private final CaseFileReader reader;
    private final Exports exports;

    CaseFileApi(CaseFileReader reader, Exports exports) {
        this.reader = reader;
        this.exports = exports;
    }

    @Operation(
            operationId = "caseFile",
            summary = "A case as an archive that a court can keep, and anybody can verify without us",
            description =
                    "What you are told of the case, as it is stored, with what proves it: entries and receipts of the sealed "
                            + "log by one checkpoint, a timeline to be printed, and how all of it is verified. What names the "
                            + "person stays sealed. That you take it away is recorded before its first byte: the Link header "
                            + "names the record, in which the SHA-256 of what you were sent stands afterwards.")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            headers = @Header(name = "Link", description = "The record of it", schema = @Schema(type = "string")),
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    @Opens
    @GetMapping("/api/cases/{caseId}/file")
    void file(
            AccessScope scope,
            Authentication who,
            @PathVariable CaseId caseId,
            @RequestParam(required = false) Long atLeastVersion,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Bearer bearer = (Bearer) who.getPrincipal();
        CaseFile file = reader.of(scope, bearer, caseId, atLeastVersion);
        Exports.Noted note = exports.note(bearer, scope, request, response);
        note.around(MediaType.valueOf(ZIP), response.getOutputStream(), out -> {
            response.setContentType(ZIP);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named(file.reference() + ".zip"));
            new CaseFileArchive(file, note.address(), note::written).writeTo(out);
        });
    }

    private static String named(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
