package org.trm.query.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trm.query.audit.sealing.LogName;

/**
 * The sealed logs for whoever checks them, in the formats of C2SP (tlog-checkpoint, tlog-tiles, tlog-proof, signed-note): that
 * of events, and below it that of readings.
 */
@RestController
@RequestMapping({"/api/log", LogApi.READINGS})
@Tag(name = "Sealed log")
class LogApi {
    static final String READINGS = "/api/log/readings";

    private static final String TEXT = "text/plain;charset=utf-8";
    private static final String BYTES = MediaType.APPLICATION_OCTET_STREAM_VALUE;
    /** What stands at its address never changes. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final ServedLog served;

    LogApi(ServedLog served) {
        this.served = served;
    }

    private static LogName log(HttpServletRequest request) {
        return request.getRequestURI().startsWith(READINGS + "/") ? LogName.READINGS : LogName.EVENTS;
    }

    /** Whatever the client says that it accepts: there is one form of it. */
    private static ResponseEntity<byte[]> text(byte[] body) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(TEXT)).body(body);
    }

    private static ResponseEntity<byte[]> lines(List<?> lines) {
        return text(lines.stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8));
    }

    private static ResponseEntity<byte[]> bytes(byte[] body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(body);
    }

    @GetMapping("/checkpoint")
    @Operation(
            operationId = "checkpoint",
            summary = "How far the log has come, signed",
            description =
                    "A C2SP tlog-checkpoint, with the cosignatures of the witnesses that saw it so far: keep it, and prove "
                            + "later that nothing before it was changed.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = TEXT, schema = @Schema(type = "string")))
    @SecurityRequirements
    ResponseEntity<byte[]> checkpoint(HttpServletRequest request) {
        return text(served.checkpoint(log(request)).bytes());
    }

    @GetMapping("/vkey")
    @Operation(
            operationId = "verifierKeys",
            summary = "The keys by which checkpoints were signed",
            description =
                    "A verifier key of C2SP signed-note on each line, the one in use last. Compare it with what you were "
                            + "given otherwise: a key that comes with what it signs proves nothing.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = TEXT, schema = @Schema(type = "string")))
    @SecurityRequirements
    ResponseEntity<byte[]> verifierKeys(HttpServletRequest request) {
        return lines(served.verifierKeys(log(request)));
    }

    @GetMapping("/tile/{*path}")
    @Operation(
            operationId = "tile",
            summary = "Hashes of the tree",
            description =
                    "A tile of C2SP tlog-tiles: its level, its number in groups of three digits and, while it is not full, "
                            + "its width: 0/x001/234.p/5.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = BYTES, schema = @Schema(format = "binary")))
    @SecurityRequirements
    ResponseEntity<byte[]> tile(@PathVariable String path, HttpServletRequest request, HttpServletResponse response) {
        byte[] tile = served.tile(log(request), "tile" + path);
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        return bytes(tile);
    }

    @GetMapping("/tile/entries/{*path}")
    @Operation(
            operationId = "entries",
            summary = "What the leaves were made of",
            description =
                    "A bundle of C2SP tlog-tiles, for auditors: entries name cases by their id, and hold nothing that "
                            + "happened in them but its hash.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = BYTES, schema = @Schema(format = "binary")))
    ResponseEntity<byte[]> entries(@PathVariable String path, HttpServletRequest request) {
        return bytes(served.entries(log(request), "tile/entries" + path));
    }

    @GetMapping("/proof/{leaf}")
    @Operation(
            operationId = "receipt",
            summary = "That a leaf is in the log",
            description =
                    "A receipt (C2SP tlog-proof) by the last checkpoint: with the leaf's entry and the log's key it can be "
                            + "verified by anybody, at any time.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = TEXT, schema = @Schema(type = "string")))
    @SecurityRequirements
    ResponseEntity<byte[]> receipt(@PathVariable long leaf, HttpServletRequest request) {
        return text(served.receipt(log(request), leaf).bytes());
    }

    @GetMapping("/growth")
    @Operation(
            operationId = "growth",
            summary = "That the log has only grown between two sizes",
            description = "A consistency proof of RFC 6962, 2.1.2: a hash in Base64 on each line.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = TEXT, schema = @Schema(type = "string")))
    @SecurityRequirements
    ResponseEntity<byte[]> growth(@RequestParam long from, @RequestParam long to, HttpServletRequest request) {
        return lines(served.growth(log(request), from, to));
    }
}
