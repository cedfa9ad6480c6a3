package org.trm.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
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
            throws IOException {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request.getQueryString() != null) {
            throw new Unanswerable(Fault.MALFORMED_PARAMETER);
        }
        requireThatAnswersAreRead(request);
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw new Unanswerable(Fault.UNSUPPORTED_MEDIA_TYPE);
        }
        int largest = parameter.getParameterAnnotation(Body.class).largest();
        byte[] bytes = bytes(request, largest);
        requireJson(request.getContentType(), bytes.length);
        request.setAttribute(BYTES, bytes);
        return bound(
                parameter.getParameterType(), bytes.length == 0 ? StrictJson.EMPTY : StrictJson.read(bytes, largest));
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

    private static byte[] bytes(HttpServletRequest request, int largest) throws IOException {
        byte[] bytes = request.getContentLengthLong() > largest
                ? null
                : request.getInputStream().readNBytes(largest + 1);
        if (bytes == null || bytes.length > largest) {
            throw new Unanswerable(Fault.BODY_TOO_LARGE);
        }
        return bytes;
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
