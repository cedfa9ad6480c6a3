package org.trm.command.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Brings the schemas of the command side to this version, as the owner of the database, and then makes sure that the
 * application is somebody else: whoever may alter events could alter history.
 */
@Component
public class Migrations {
    /** A privilege on one column is enough to alter an event. */
    private static final String MAY_ALTER = """
            SELECT coalesce(string_agg(privilege, ', '), '') FROM (
                SELECT unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) AS privilege) p
            WHERE has_table_privilege('events.domain_event', privilege)
               OR privilege = 'UPDATE' AND has_any_column_privilege('events.domain_event', privilege)""";

    /** Whoever is a member of the owner may become it, even where its rights are not inherited. */
    private static final String OWNS = """
            SELECT pg_has_role(tableowner, 'MEMBER') FROM pg_tables
            WHERE schemaname = 'events' AND tablename = 'domain_event'""";

    Migrations(
            DataSource dataSource,
            @Value("${spring.flyway.url:${spring.datasource.url:}}") String url,
            @Value("${spring.flyway.user:}") String owner,
            @Value("${spring.flyway.password:}") String password) {
        Flyway.configure()
                .dataSource(url, owner, password)
                .locations("classpath:db/command")
                .defaultSchema("acts")
                .schemas("acts")
                .table("command_migrations")
                .load()
                .migrate();
        check(new JdbcTemplate(dataSource));
    }

    private static void check(JdbcTemplate application) {
        boolean owns = Boolean.TRUE.equals(application.queryForObject(OWNS, Boolean.class));
        String privileges = application.queryForObject(MAY_ALTER, String.class);
        if (owns || !privileges.isEmpty()) {
            throw new IllegalStateException("The application's database role may alter the table events.domain_event ("
                    + (owns ? "it owns it, or may become its owner" : privileges)
                    + "). Connect the application (spring.datasource.username) "
                    + "as a role that is only a member of trm_command and trm_query, and let another role "
                    + "(spring.flyway.user) own the database.");
        }
    }
}
