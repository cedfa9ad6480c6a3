package org.trm.command.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.trm.events.privacy.KeyStore;

/**
 * Tells whether two requests are the same without keeping either: a code of method, path and body under a key that all
 * nodes share and that does not lie in the database, where whoever has it could try out what a body might have said.
 */
@Component
final class RequestSeal {
    static final String PURPOSE = "requests";

    private final KeyStore keys;

    RequestSeal(KeyStore keys) {
        this.keys = keys;
    }

    /** In hexadecimal. */
    String of(String method, String path, byte[] body) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes((method + ' ' + path + '\n').getBytes(StandardCharsets.UTF_8));
        if (body != null) {
            request.writeBytes(body);
        }
        return HexFormat.of().formatHex(keys.mac(PURPOSE, request.toByteArray()));
    }
}
