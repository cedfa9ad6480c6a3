package org.trm.command.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.identity.Bearer;

/**
 * Who is behind the pseudonyms of history, in the only place that says so. Written before an actor's first act and not
 * again for a day, so that it costs an act nothing; a row that the operator deletes comes back only if she acts again.
 */
@Component
class Actors {
    private static final int REMEMBERED = 100_000;

    private final JdbcClient jdbc;
    private final Cache<UUID, Boolean> written = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    Actors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void remember(Bearer bearer) {
        if (written.getIfPresent(bearer.id()) != null) {
            return;
        }
        jdbc.sql("INSERT INTO acts.actor (id, issuer, subject) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(bearer.id(), bearer.issuer(), bearer.subject())
                .update();
        written.put(bearer.id(), true);
    }
}
