package org.trm.query.projection;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.query.view.CaseView;

/**
 * The nodes that take in events at this moment for the same views as this one, which is among them. Nodes of another
 * release, which lay them out differently, cannot take any of its work.
 */
@Component
class Nodes {
    /** One that was not heard of for so long does not count, be it dead or paused. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final String HEARD_OF = """
            INSERT INTO views.node (node, layouts, seen_at) VALUES (?, ?, clock_timestamp())
            ON CONFLICT (node) DO UPDATE SET seen_at = excluded.seen_at""";

    private static final String FORGOTTEN =
            "DELETE FROM views.node WHERE node = ? OR seen_at < clock_timestamp() - interval '1 hour'";

    private static final String COUNT = """
            SELECT count(*) FROM views.node
             WHERE layouts = ? AND seen_at > clock_timestamp() - make_interval(secs => ?)""";

    private final JdbcClient database;
    private final String name = UUID.randomUUID().toString();
    private final String layouts;

    Nodes(JdbcClient database, List<CaseView<?>> views) {
        this.database = database;
        this.layouts = views.stream()
                .map(view -> view.name() + " " + view.layout())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** What this one is called. */
    String name() {
        return name;
    }

    /** Lets the others know that this one takes part, and says how many do. */
    int taking() {
        database.sql(HEARD_OF).params(name, layouts).update();
        return database.sql(COUNT)
                .param(layouts)
                .param((double) SILENCE.toSeconds())
                .query(Integer.class)
                .single();
    }

    /** This one does not take part any more. */
    void leave() {
        database.sql(FORGOTTEN).param(name).update();
    }
}
