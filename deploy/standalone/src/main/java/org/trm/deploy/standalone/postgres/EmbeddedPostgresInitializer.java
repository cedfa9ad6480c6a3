package org.trm.deploy.standalone.postgres;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the embedded PostgreSQL in the folder {@code trm.data} unless {@code spring.datasource.url} names another, and
 * tells the application and Flyway how to reach it. Spring Boot finds this class by itself. The server stops after
 * every bean of the context, also when start-up fails half way.
 */
public final class EmbeddedPostgresInitializer
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.containsProperty("spring.datasource.url")) {
            return;
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(environment.getProperty("trm.data", "trm-data")));
        // Disposed of in reverse order of registration, and nothing is registered before this.
        ((DefaultSingletonBeanRegistry) context.getBeanFactory())
                .registerDisposableBean("embeddedPostgres", postgres::close);
        environment.getPropertySources().addFirst(new MapPropertySource("embeddedPostgres", properties(postgres)));
    }

    private static Map<String, Object> properties(EmbeddedPostgres postgres) {
        ConnectionSettings app = postgres.app();
        ConnectionSettings owner = postgres.owner();
        return Map.of(
                "spring.datasource.url", app.url(),
                "spring.datasource.username", app.user(),
                "spring.datasource.password", app.password(),
                "spring.flyway.url", owner.url(),
                "spring.flyway.user", owner.user(),
                "spring.flyway.password", owner.password());
    }
}
