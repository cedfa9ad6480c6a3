package org.trm.query.person;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.trm.events.types.DocumentId;

/** Answers with the content of a document as a file to be saved. */
public final class SavedDocument {
    private static final Map<String, MediaType> TYPES = Map.of(
            "PDF", MediaType.APPLICATION_PDF,
            "JPEG", MediaType.IMAGE_JPEG,
            "PNG", MediaType.IMAGE_PNG,
            "TEXT", MediaType.parseMediaType("text/plain;charset=UTF-8"));

    /** Says in the description which formats there are. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "200",
            description = "The document as it was attached",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_PDF_VALUE,
                        schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = MediaType.IMAGE_JPEG_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string", format = "binary"))
            })
    public @interface Described {}

    private SavedDocument() {}

    public static ResponseEntity<byte[]> of(DocumentId documentId, DocumentReader.Opened document) {
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
