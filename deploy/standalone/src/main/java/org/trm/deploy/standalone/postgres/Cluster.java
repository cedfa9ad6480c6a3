package org.trm.deploy.standalone.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The files of the database: made once, checked and set up anew at each start. */
record Cluster(Path path, Path log, Programs programs) {
    static final String NAME = "cluster";

    /** A cluster that is ready for a server: made if missing, of our version, no server on it. */
    static Cluster in(DataFolder folder, Programs programs, Passwords passwords) throws IOException {
        Path path = folder.at(NAME);
        if (!Files.isDirectory(path)) {
            create(folder, programs, passwords);
        }
        Cluster cluster = new Cluster(path, folder.at("log").resolve("server.log"), programs);
        cluster.refuseOtherMajorVersion();
        Leftover.on(cluster).clear();
        cluster.setUp();
        return cluster;
    }

    /**
     * Settings come whole from this version of the application each time, so that no cluster keeps old ones; what an
     * operator wants otherwise stands in postgresql.conf in the data folder.
     */
    private void setUp() throws IOException {
        Files.createDirectories(log.getParent());
        Files.setPosixFilePermissions(log.getParent(), PosixFilePermissions.fromString("rwx------"));
        programs.account().own(log.getParent());
        programs.account().own(path);
        Files.writeString(path.resolve("postgresql.conf"), resource("postgresql.conf"));
        Files.writeString(path.resolve("pg_hba.conf"), resource("pg_hba.conf"));
    }

    private static void create(DataFolder folder, Programs programs, Passwords passwords) throws IOException {
        Path unfinished = folder.unfinished();
        programs.account().own(unfinished);
        String pgdata = "--pgdata=" + unfinished;
        // Nobody may log in as the superuser: it has no password, and the roles are made without a running server.
        programs.run(
                "",
                "initdb",
                pgdata,
                "--username=postgres",
                "--auth=reject",
                "--encoding=UTF8",
                "--no-locale",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-sync");
        programs.run(
                roles(passwords),
                "postgres",
                "--single",
                "-j",
                "-F",
                "-D",
                unfinished.toString(),
                "-c",
                "exit_on_error=on",
                "postgres");
        programs.run("", "initdb", pgdata, "--sync-only");
        folder.finish(unfinished, folder.at(NAME));
    }

    private static String roles(Passwords passwords) throws IOException {
        return resource("roles.sql")
                .replace(":'owner_password'", "'" + passwords.owner() + "'")
                .replace(":'app_password'", "'" + passwords.app() + "'");
    }

    private void refuseOtherMajorVersion() throws IOException {
        String found = Files.readString(path.resolve("PG_VERSION")).strip();
        String ours = Binaries.version().split("\\.")[0];
        if (!found.equals(ours)) {
            throw new PostgresFailure("The database in " + path + " was written by PostgreSQL " + found
                    + "; this application brings PostgreSQL " + ours + ". Upgrade it with pg_upgrade, or start the "
                    + "version that wrote it, or choose another folder by --data DIR.");
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Cluster.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
