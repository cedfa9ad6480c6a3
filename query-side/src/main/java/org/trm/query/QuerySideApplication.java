package org.trm.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Runs the query side as a process of its own, reading the event store of the command side. */
@EnableAutoConfiguration
@Import({QuerySide.class, EventStoreProjection.class})
public class QuerySideApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(QuerySideApplication.class, arguments);
    }
}
