package org.trm.deploy.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first process of the database server that works on a data folder, as the operating system knows it. */
record Database(ProcessHandle process) {
    static Database of(Path data) throws IOException {
        String pid = Files.readAllLines(data.resolve("cluster/postmaster.pid"))
                .get(0)
                .strip();
        return new Database(ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
    }

    /** Nobody may bury the dead in a container; they have no command any more. */
    boolean runs() {
        return process.isAlive() && process.info().command().isPresent();
    }
}
