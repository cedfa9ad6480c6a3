package org.trm.command.web;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.databind.JsonNode;

/**
 * Reads the bodies of acts, and nothing else. A body that is absent is as good as an empty object, so that an act
 * without fields needs none.
 */
@ControllerAdvice
final class StrictBody extends RequestBodyAdviceAdapter implements HttpMessageConverter<Record> {
    static final int LARGEST = 1024 * 1024;

    /** Under which the bytes of the body are kept for as long as the request lasts. */
    static final String BYTES = StrictBody.class.getName();

    private static final String OURS = "org.trm.command.";

    @Override
    public boolean canRead(Class<?> kind, MediaType mediaType) {
        return kind.isRecord() && kind.getName().startsWith(OURS);
    }

    @Override
    public boolean canWrite(Class<?> kind, MediaType mediaType) {
        return false;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON);
    }

    @Override
    public Record read(Class<? extends Record> kind, HttpInputMessage message) throws IOException {
        requireJson(message.getHeaders().getContentType());
        byte[] bytes = bytes(message.getBody());
        RequestContextHolder.currentRequestAttributes().setAttribute(BYTES, bytes, RequestAttributes.SCOPE_REQUEST);
        return bound(kind, StrictJson.read(bytes));
    }

    @Override
    public void write(Record body, MediaType contentType, HttpOutputMessage message) {
        throw new UnsupportedOperationException("Only bodies of requests are strict");
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return target instanceof Class<?> kind && canRead(kind, null);
    }

    @Override
    public Object handleEmptyBody(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        return bound((Class<?>) target, StrictJson.EMPTY);
    }

    private static void requireJson(MediaType type) {
        if (type == null
                || !type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                || type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
            throw new Unanswerable(Fault.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static byte[] bytes(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new Unanswerable(Fault.BODY_TOO_LARGE);
        }
        return bytes;
    }

    private static Record bound(Class<?> kind, JsonNode json) {
        FieldErrors errors = new FieldErrors();
        Object body = Form.of(kind).read(json, "", errors);
        errors.throwIfAny();
        return (Record) body;
    }
}
