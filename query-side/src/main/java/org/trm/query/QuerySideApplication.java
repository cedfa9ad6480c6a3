package org.trm.query;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Runs the query side as a service of its own, reading the event store of the command side, with what stands in
 * query-side.yml unless an operator says otherwise.
 */
@EnableAutoConfiguration
@Import({QuerySide.class, EventStoreProjection.class})
public class QuerySideApplication {
    public static void main(String[] arguments) {
        SpringApplication service = new SpringApplication(QuerySideApplication.class);
        service.setDefaultProperties(Map.of("spring.config.name", "query-side,application"));
        service.run(arguments);
    }
}
