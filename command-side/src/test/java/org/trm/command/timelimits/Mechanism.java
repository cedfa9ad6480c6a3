package org.trm.command.timelimits;

import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Story.CASE;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trm.command.CaseCommands;
import org.trm.command.CaseCommands.Act;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Countries;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Directory;
import org.trm.command.casefile.Story;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.privacy.KeyStore;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Role;
import org.trm.events.wiring.CommitSignal;
import org.trm.events.wiring.EventTable;
import org.trm.events.wiring.Provenance;

/** The command side without its web: nodes on one database of their own, and a time that goes on when it is told to. */
final class Mechanism implements AutoCloseable {
    private static final EmbeddedPostgres POSTGRES = server();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String database = "trm_" + COUNT.incrementAndGet();
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();
    private final Time time = new Time();

    Mechanism() {
        asSuperuser("postgres", "CREATE DATABASE " + database);
        asSuperuser("postgres", "GRANT ALL ON DATABASE " + database + " TO trm_owner");
    }

    private static EmbeddedPostgres server() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("""
                        CREATE ROLE trm_owner LOGIN PASSWORD 'owner' CREATEROLE;
                        CREATE ROLE trm_command; CREATE ROLE trm_query;
                        CREATE ROLE trm_app LOGIN PASSWORD 'app' IN ROLE trm_command, trm_query""");
            }
            return postgres;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One more node. */
    Node node() {
        String url = "jdbc:postgresql://127.0.0.1:" + POSTGRES.getPort() + "/" + database;
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .initializers(application -> ((GenericApplicationContext) application)
                        .registerBean("time", Clock.class, () -> time, bean -> bean.setPrimary(true)))
                .properties(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=trm_app",
                        "spring.datasource.password=app",
                        "spring.datasource.hikari.maximum-pool-size=4",
                        "spring.datasource.hikari.connection-timeout=1000",
                        "spring.flyway.url=" + url,
                        "spring.flyway.user=trm_owner",
                        "spring.flyway.password=owner",
                        // What a node sees it was told of.
                        "trm.events.poll=PT1H",
                        "db-scheduler.enabled=false",
                        "spring.main.banner-mode=off")
                .run();
        nodes.add(context);
        return new Node(context);
    }

    /** It is now this instant, on every node. */
    void timeIs(Instant now) {
        time.now = now;
    }

    Instant now() {
        return time.now;
    }

    /** The database of the mechanism, for what only its superuser may do. */
    void asSuperuser(String sql) {
        asSuperuser(database, sql);
    }

    /** Nobody is let in, and who was in is thrown out. */
    void databaseGoesAway() {
        asSuperuser("postgres", "ALTER DATABASE " + database + " ALLOW_CONNECTIONS false");
        asSuperuser(
                "postgres",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
    }

    void databaseComesBack() {
        asSuperuser("postgres", "ALTER DATABASE " + database + " ALLOW_CONNECTIONS true");
    }

    private static void asSuperuser(String database, String sql) {
        try (Connection connection = POSTGRES.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        nodes.forEach(ConfigurableApplicationContext::close);
        asSuperuser("postgres", "DROP DATABASE " + database + " (FORCE)");
    }

    private static final class Time extends Clock {
        private volatile Instant now = Instant.parse("2026-03-02T09:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** A process of the command side. */
    record Node(ConfigurableApplicationContext context) implements AutoCloseable {
        /** What a story told has been recorded, and it is now the time at which it ended. */
        Node given(Story story, Mechanism mechanism) {
            long sequence = 0;
            List<GenericDomainEventMessage<CaseEvent>> messages = new ArrayList<>();
            for (Recorded<CaseEvent> recorded : story.history) {
                messages.add(new GenericDomainEventMessage<>(
                        EventTable.CASE,
                        CASE.toString(),
                        sequence++,
                        recorded.event(),
                        new Provenance(recorded.actor(), UUID.randomUUID(), "root", "cause").metaData(),
                        IdentifierFactory.getInstance().generateIdentifier(),
                        recorded.at()));
            }
            mechanism.timeIs(story.now);
            context.getBean(EventStore.class).publish(messages);
            context.getBean(CommitSignal.class).committed();
            return this;
        }

        Decision does(CountryCode country, Role role, CaseCommand command) {
            return context.getBean(CaseCommands.class)
                    .send(command, new Act(person(country, role), UUID.randomUUID(), "root", "cause", null));
        }

        List<CaseEvent> history() {
            return context.getBean(EventStore.class)
                    .readEvents(CASE.toString())
                    .asStream()
                    .map(message -> (CaseEvent) message.getPayload())
                    .toList();
        }

        JdbcClient sql() {
            return context.getBean(JdbcClient.class);
        }

        OpenClocks clocks() {
            return context.getBean(OpenClocks.class);
        }

        /** The watch looks now, and has seen to what it found when this returns. */
        void looks() {
            context.getBean(ClockWatch.class).look();
        }

        @Override
        public void close() {
            context.close();
        }
    }

    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {"org.trm.command.store", "org.trm.command.timelimits"},
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test\\$.*|.*Mechanism.*"))
    @Import(CaseCommands.class)
    @PropertySource("classpath:org/trm/command/defaults.properties")
    static class Parts {
        @Bean
        Directory directory() {
            return new Countries();
        }

        @Bean
        KeyStore keyStore() {
            return FileKeyStore.in(Path.of("target/keys"), Path.of("target/erased"));
        }
    }
}
