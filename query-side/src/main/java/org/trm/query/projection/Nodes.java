package org.trm.query.projection;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The nodes that take in events at this moment, this one among them. */
@Component
class Nodes {
    /** One that was not heard of for so long does not count, be it dead or paused. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final String HEARD_OF = """
            INSERT INTO views.node (node, seen_at) VALUES (?, clock_timestamp())
            ON CONFLICT (node) DO UPDATE SET seen_at = excluded.seen_at""";

    private static final String FORGOTTEN =
            "DELETE FROM views.node WHERE node = ? OR seen_at < clock_timestamp() - interval '1 hour'";

    private static final String COUNT =
            "SELECT count(*) FROM views.node WHERE seen_at > clock_timestamp() - make_interval(secs => ?)";

    private final JdbcClient database;
    private final String name = UUID.randomUUID().toString();

    Nodes(JdbcClient database) {
        this.database = database;
    }

    /** What this one is called. */
    String name() {
        return name;
    }

    /** Lets the others know that this one takes part, and says how many do. */
    int taking() {
        database.sql(HEARD_OF).param(name).update();
        return database.sql(COUNT)
                .param((double) SILENCE.toSeconds())
                .query(Integer.class)
                .single();
    }

    /** This one does not take part any more. */
    void leave() {
        database.sql(FORGOTTEN).param(name).update();
    }
}
