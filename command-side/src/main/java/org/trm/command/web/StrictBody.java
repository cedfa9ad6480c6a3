package org.trm.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.trm.command.casefile.CaseCommand;
import org.trm.events.types.CaseId;
import tools.jackson.databind.JsonNode;

/**
 * Reads the {@link Body} of an act. No body is as good as an empty object, so that an act without fields needs none.
 * Spring's message converters are not asked: they guess what is not said.
 */
@Component
final class StrictBody implements HandlerMethodArgumentResolver {
    static final int LARGEST = 1024 * 1024;

    /** Under which the bytes of the body are kept for as long as the request lasts. */
    static final String BYTES = StrictBody.class.getName();

    private final ActResolver acts;
    private final LargeBodies largeBodies;
    private final PastDays pastDays;

    StrictBody(ActResolver acts, LargeBodies largeBodies, PastDays pastDays) {
        this.acts = acts;
        this.pastDays = pastDays;
        this.largeBodies = largeBodies;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Body.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest web,
            WebDataBinderFactory binders)
            throws Exception {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request.getQueryString() != null) {
            throw new Unanswerable(Fault.MALFORMED_PARAMETER);
        }
        requireThatAnswersAreRead(request);
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw new Unanswerable(Fault.UNSUPPORTED_MEDIA_TYPE);
        }
        int largest = parameter.getParameterAnnotation(Body.class).largest();
        if (request.getContentLengthLong() > largest) {
            throw new Unanswerable(Fault.BODY_TOO_LARGE);
        }
        boolean announced = request.getContentLengthLong() > LARGEST;
        byte[] bytes = announced ? new byte[0] : request.getInputStream().readNBytes(LARGEST + 1);
        if (largest > LARGEST && (announced || bytes.length > LARGEST)) {
            requireThatSheMayActAtAll(parameter, container, web, binders);
            largeBodies.enter(request);
            bytes = whole(bytes, request, largest);
        }
        if (bytes.length > largest) {
            throw new Unanswerable(Fault.BODY_TOO_LARGE);
        }
        requireJson(request.getContentType(), bytes.length);
        request.setAttribute(BYTES, bytes);
        Object body = bound(
                parameter.getParameterType(), bytes.length == 0 ? StrictJson.EMPTY : StrictJson.read(bytes, largest));
        Map<String, LocalDate> past = PastDays.of((Record) body);
        if (!past.isEmpty()) {
            pastDays.require(past, acts.actor(container, web, binders));
        }
        return body;
    }

    /** Nobody has a large body read who is refused whatever stands in it. */
    private void requireThatSheMayActAtAll(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest web,
            WebDataBinderFactory binders)
            throws Exception {
        Map<?, ?> ids = (Map<?, ?>)
                web.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        acts.resolveArgument(parameter, container, web, binders)
                .requireNotBarred(
                        parameter.getMethodAnnotation(Gives.class).value().asSubclass(CaseCommand.class),
                        new CaseId(Ids.parse((String) ids.get("caseId"))));
    }

    private static byte[] whole(byte[] beginning, HttpServletRequest request, int largest) throws IOException {
        byte[] rest = request.getInputStream().readNBytes(largest + 1 - beginning.length);
        byte[] whole = Arrays.copyOf(beginning, beginning.length + rest.length);
        System.arraycopy(rest, 0, whole, beginning.length, rest.length);
        return whole;
    }

    /** Asked before anything is done: whoever cannot read the answer must not find out afterwards. */
    private static void requireThatAnswersAreRead(HttpServletRequest request) {
        String accepted = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        try {
            if (!accepted.isBlank()
                    && MediaType.parseMediaTypes(accepted).stream()
                            .noneMatch(
                                    type -> type.includes(MediaType.APPLICATION_JSON) && type.getQualityValue() > 0)) {
                throw new Unanswerable(Fault.NOT_ACCEPTABLE);
            }
        } catch (InvalidMediaTypeException e) {
            throw new Unanswerable(Fault.NOT_ACCEPTABLE);
        }
    }

    private static void requireJson(String contentType, int length) {
        if (contentType == null ? length > 0 : !isJson(contentType)) {
            throw new Unanswerable(Fault.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static boolean isJson(String contentType) {
        if (contentType.equals(MediaType.APPLICATION_JSON_VALUE)) {
            return true;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static Object bound(Class<?> kind, JsonNode json) {
        FieldErrors errors = new FieldErrors();
        Object body = Form.of(kind).read(json, "", errors);
        errors.throwIfAny();
        return body;
    }
}
