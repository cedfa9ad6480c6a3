package org.trm.query.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.trm.events.identity.Bearer;
import org.trm.query.access.AccessScope;
import org.trm.query.access.Entitlements;

/** The stream of hints, as server-sent events. */
@RestController
class LiveApi {
    private static final String EXAMPLE = """
            event: changed
            id: 9bUdWb3m0fJfKXyC1p6bmw
            data: {"caseId":"0192f0c1-0000-7000-8000-000000000001","version":9,"views":["case","referrals","timeline"]}

            """;

    private final LiveHints hints;
    private final Entitlements entitlements;

    LiveApi(LiveHints hints, Entitlements entitlements) {
        this.hints = hints;
        this.entitlements = entitlements;
    }

    @Operation(
            summary = "Which cases change, as it happens",
            description =
                    "An event \"changed\" names a case, its version and those of its views that changed, as far as "
                            + "you may see them; read them with atLeastVersion. An event \"reset\" says that more was missed "
                            + "than is known: read everything again. Last-Event-ID goes on where a connection ended. The "
                            + "connection ends with your token.")
    @ApiResponse(
            responseCode = "200",
            description = "It lasts as long as your token",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(EXAMPLE)))
    @ApiResponse(
            responseCode = "429",
            description = "You are connected often enough; end one, or try again after the seconds of Retry-After")
    @ApiResponse(responseCode = "503", description = "The service is starting or stopping")
    @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void live(
            AccessScope scope,
            Authentication reader,
            @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            // She was sent away.
            return;
        }
        Bearer bearer = (Bearer) reader.getPrincipal();
        hints.admit(bearer.id());
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        // A proxy that collects answers before it passes them on would keep the news.
        response.setHeader("X-Accel-Buffering", "no");
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            connect(scope, bearer, lastEventId, request, response);
        }
    }

    private void connect(
            AccessScope scope,
            Bearer bearer,
            String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        AsyncContext connection = request.startAsync();
        connection.setTimeout(0);
        Subscriber reader = new Subscriber(
                connection,
                response.getOutputStream(),
                bearer.id(),
                entitlements.of(scope),
                bearer.until(),
                hints.terms());
        connection.addListener(reader);
        try {
            hints.connect(reader, lastEventId);
        } catch (RuntimeException e) {
            reader.end();
            throw e;
        }
    }
}
