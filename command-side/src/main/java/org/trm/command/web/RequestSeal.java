package org.trm.command.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.trm.command.store.Migrations;
import org.trm.events.privacy.KeyStore;

/**
 * Tells whether two requests are the same without keeping either: a code of method, path and body under a key that all
 * nodes share and that does not lie in the database, where whoever has it could try out what a body might have said.
 */
@Component
final class RequestSeal {
    private static final String PURPOSE = "requests";

    private static final Logger LOG = LoggerFactory.getLogger(RequestSeal.class);

    private final KeyStore keys;

    /**
     * Goes on also where the key is lost, for no act waits for it, and says so.
     *
     * @param migrated so that it can be seen whether any request is remembered
     */
    RequestSeal(KeyStore keys, JdbcTemplate jdbc, Migrations migrated) {
        this.keys = keys;
        if (!keys.hasMacKey(PURPOSE)
                && Boolean.TRUE.equals(
                        jdbc.queryForObject("SELECT EXISTS (SELECT 1 FROM acts.idempotency)", Boolean.class))) {
            LOG.error("The key macs/requests.key is missing, and another one is made when a request comes: what was "
                    + "asked before the loss is answered KEY_REUSED when it is asked again. To keep it, put the key "
                    + "back from its backup and start again.");
        }
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
