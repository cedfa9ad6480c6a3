package org.trm.command.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.trm.command.store.Migrations;
import org.trm.events.privacy.KeyStore;

/** Says at the start if the key is lost by which requests are compared. It goes on without: no act waits for that key. */
@Component
final class LostRequestKey {
    private static final Logger LOG = LoggerFactory.getLogger(LostRequestKey.class);

    /** @param migrated so that it can be seen whether any request is remembered */
    LostRequestKey(KeyStore keys, JdbcTemplate jdbc, Migrations migrated) {
        if (!keys.hasMacKey(RequestSeal.PURPOSE)
                && Boolean.TRUE.equals(
                        jdbc.queryForObject("SELECT EXISTS (SELECT 1 FROM acts.idempotency)", Boolean.class))) {
            LOG.error("The key macs/requests.key is missing, and another one is made when a request comes: what was "
                    + "asked before the loss is answered KEY_REUSED when it is asked again. To keep it, put the key "
                    + "back from its backup and start again.");
        }
    }
}
