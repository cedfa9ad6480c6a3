package org.trm.query;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.PropertySource;

/** The query side as one configuration: imported by its own application, or beside the command side by another. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@PropertySource("classpath:org/trm/query/defaults.properties")
public class QuerySide {
    static {
        // Axon reports its use to its vendor unless told not to; a mechanism that protects victims calls nobody.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
    }

    /**
     * Brings the bookkeeping of the views up to date, as the owner of the database when {@code spring.flyway.user} says
     * who that is.
     */
    @Bean(initMethod = "migrate")
    Flyway viewsMigration(
            DataSource application,
            @Value("${spring.flyway.url:${spring.datasource.url:}}") String url,
            @Value("${spring.flyway.user:}") String user,
            @Value("${spring.flyway.password:}") String password) {
        var migration = Flyway.configure()
                .locations("classpath:db/query")
                .schemas("views")
                .table("flyway_history");
        return (user.isEmpty() ? migration.dataSource(application) : migration.dataSource(url, user, password)).load();
    }
}
