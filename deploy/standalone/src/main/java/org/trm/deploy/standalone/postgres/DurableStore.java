package org.trm.deploy.standalone.postgres;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to run on a database, embedded or external, that acknowledges what it could still lose. */
@Component
final class DurableStore {
    private static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

    DurableStore(JdbcClient database) {
        List<String> off = SETTINGS.stream()
                .filter(setting -> database.sql("SHOW " + setting)
                        .query(String.class)
                        .single()
                        .equals("off"))
                .toList();
        if (!off.isEmpty()) {
            throw new PostgresFailure("PostgreSQL runs with " + String.join(", ", off) + " = off: an acknowledged act "
                    + "could be lost. Set each to on, for the server and for the role of the application, and start "
                    + "again.");
        }
    }
}
