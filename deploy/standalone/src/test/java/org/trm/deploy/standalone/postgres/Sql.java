package org.trm.deploy.standalone.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the tests ask a database. */
final class Sql {
    private Sql() {}

    static JdbcClient as(ConnectionSettings settings) {
        return JdbcClient.create(new DriverManagerDataSource(settings.url(), settings.user(), settings.password()));
    }

    static String ask(ConnectionSettings settings, String question) {
        return as(settings).sql(question).query(String.class).single();
    }

    /** Writes a row that a later start must show. */
    static void remember(EmbeddedPostgres postgres, String what) {
        as(postgres.owner())
                .sql("CREATE TABLE IF NOT EXISTS public.memory (what text)")
                .update();
        as(postgres.owner())
                .sql("INSERT INTO public.memory VALUES (?)")
                .param(what)
                .update();
    }

    static String remembered(EmbeddedPostgres postgres) {
        return ask(postgres.owner(), "SELECT string_agg(what, ',' ORDER BY what) FROM public.memory");
    }

    /** A folder below a temporary one that every user may enter. */
    static Path open(Path temporary) throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        return temporary.resolve("data of the mechanism");
    }

    /** The number of the server's process. */
    static long pid(Path folder) throws Exception {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("cluster/postmaster.pid")).get(0));
    }

    static boolean served(Path folder, long pid) {
        return Leftover.serves(pid, folder.resolve("cluster"));
    }
}
