package org.trm.command.web;

/**
 * One field at fault. The value itself is never repeated: it may be about a person.
 *
 * @param pointer where the field stands in the body (RFC 6901)
 * @param code stable, such as {@code REQUIRED}
 */
public record FieldError(String pointer, String code, String detail) {}
