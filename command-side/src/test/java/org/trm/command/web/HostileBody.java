package org.trm.command.web;

/**
 * A body that no act may take.
 *
 * @param contentType null to send none
 * @param status the only right answer
 * @param pointer the field that the answer must name; null when no field can be named
 */
public record HostileBody(String name, String contentType, byte[] bytes, int status, String pointer) {
    @Override
    public String toString() {
        return name;
    }
}
