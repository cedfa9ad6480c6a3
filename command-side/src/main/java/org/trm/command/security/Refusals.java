package org.trm.command.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.trm.events.identity.Denial;
import org.trm.events.identity.Denied;
import org.trm.events.wiring.Trail;
import tools.jackson.databind.json.JsonMapper;

/** Answers whom the filters do not let through: a problem with its code, and a challenge that says what to send. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        answer(request, response, reason(failure));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        answer(request, response, new Denied(Denial.ROLE_NOT_SUFFICIENT));
    }

    /** A header that cannot even be read fails before any token is looked at. */
    private static Denied reason(AuthenticationException failure) {
        if (failure instanceof NotAdmitted notAdmitted) {
            return notAdmitted.denied();
        }
        boolean unreadable = failure instanceof OAuth2AuthenticationException;
        return new Denied(unreadable ? Denial.TOKEN_INVALID : Denial.UNAUTHENTICATED);
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Denied denied)
            throws IOException {
        request.setAttribute(Trail.REFUSAL, denied.denial().name());
        response.setStatus(denied.denial().status());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, denied.denial().challenge());
        response.setContentType("application/problem+json");
        if (denied.denial().status() == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        response.getOutputStream().write(JSON.writeValueAsBytes(denied.problem()));
    }
}
