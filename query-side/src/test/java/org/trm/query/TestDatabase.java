package org.trm.query;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL of its own for the tests of this process, and in it an empty database for whoever asks. */
public final class TestDatabase {
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** A new database with an empty event table and no view. */
    public static HikariDataSource fresh() {
        String name = "trm_" + COUNT.incrementAndGet();
        JdbcTemplate server = new JdbcTemplate(SERVER.getPostgresDatabase());
        server.execute("CREATE DATABASE " + name);
        HikariDataSource database = pool(SERVER.getJdbcUrl("postgres", name));
        JdbcTemplate sql = new JdbcTemplate(database);
        sql.execute("CREATE SCHEMA events");
        sql.execute(EVENTS);
        sql.execute("CREATE TABLE events.earlier_code (global_index bigint PRIMARY KEY, code text NOT NULL)");
        sql.execute("CREATE SCHEMA keys");
        sql.execute(WRAPS);
        sql.execute(DUPLICATES);
        sql.execute("CREATE SCHEMA documents");
        sql.execute(DOCUMENTS);
        new QuerySide().viewsMigration(database, "", "", "").migrate();
        sql.execute(TO_BE_SEALED);
        return database;
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(20);
        config.setConnectionTimeout(10_000);
        config.setConnectionInitSql("SET transaction_timeout = '20s'");
        return new HikariDataSource(config);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            new JdbcTemplate(server.getPostgresDatabase()).execute("CREATE ROLE trm_query; CREATE ROLE trm_command");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String WRAPS = """
            CREATE TABLE keys.wrap (
                case_id     uuid  NOT NULL,
                data_class  text  NOT NULL,
                reach       text  NOT NULL,
                epoch       int   NOT NULL,
                country     text  NOT NULL,
                country_key text  NOT NULL,
                wrapped     bytea NOT NULL,
                PRIMARY KEY (case_id, data_class, reach, epoch, country))
            """;

    private static final String DUPLICATES = """
            CREATE SCHEMA duplicates;
            CREATE TABLE duplicates.person (case_id uuid PRIMARY KEY, holder text NOT NULL);
            CREATE TABLE duplicates.finding (
                case_id     uuid        NOT NULL,
                other_id    uuid        NOT NULL,
                compared_by text        NOT NULL,
                found_at    timestamptz NOT NULL,
                holder      text        NOT NULL,
                PRIMARY KEY (case_id, other_id, compared_by));
            CREATE TABLE duplicates.settlement (
                id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                case_id    uuid        NOT NULL,
                other_id   uuid        NOT NULL,
                country    text        NOT NULL,
                settled_at timestamptz NOT NULL,
                outcome    text        NOT NULL,
                person     uuid        NOT NULL,
                issuer     text        NOT NULL);
            CREATE INDEX settlement_of_case ON duplicates.settlement (case_id, country, other_id);
            CREATE INDEX finding_of_holder ON duplicates.finding (holder, found_at, case_id)
            """;

    private static final String DOCUMENTS = """
            CREATE TABLE documents.sealed (
                case_id      uuid    NOT NULL,
                document_id  uuid    NOT NULL,
                content      bytea   NOT NULL,
                content_hash text    NOT NULL,
                kept         boolean NOT NULL,
                PRIMARY KEY (case_id, document_id))
            """;

    private static final String TO_BE_SEALED = """
            CREATE FUNCTION events.is_to_be_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO log.pending SELECT 'events', global_index FROM recorded;
                RETURN NULL;
            END $$;
            CREATE TRIGGER is_to_be_sealed AFTER INSERT ON events.domain_event REFERENCING NEW TABLE AS recorded
                FOR EACH STATEMENT EXECUTE FUNCTION events.is_to_be_sealed()
            """;

    private static final String EVENTS = """
            CREATE TABLE events.domain_event (
                global_index         bigserial PRIMARY KEY,
                event_identifier     text   NOT NULL UNIQUE,
                aggregate_identifier text   NOT NULL,
                sequence_number      bigint NOT NULL,
                type                 text,
                time_stamp           text   NOT NULL,
                payload_type         text   NOT NULL,
                payload_revision     text,
                payload              bytea  NOT NULL,
                metadata             bytea  NOT NULL,
                UNIQUE (aggregate_identifier, sequence_number))
            """;
}
