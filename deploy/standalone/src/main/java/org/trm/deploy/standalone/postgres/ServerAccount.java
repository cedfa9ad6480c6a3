package org.trm.deploy.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs run. They refuse to run as root; started by root they run as the owner of the data
 * folder, as the owner of a folder above it, or as nobody. Where none of these may enter (below a home that is closed
 * to others) they run as a root that a user namespace has stripped of its powers.
 *
 * @param prefix what stands before each command
 * @param uid whose files the database is, outside of any namespace
 */
record ServerAccount(List<String> prefix, int uid) {
    private static final int NOBODY = 65_534;

    /** The first account under which this program runs. */
    static ServerAccount ableToRun(Path program) throws IOException {
        int self = self();
        if (self != 0) {
            return new ServerAccount(List.of(), self);
        }
        for (ServerAccount account : unprivileged(program)) {
            if (account.runs(program)) {
                return account;
            }
        }
        throw new PostgresFailure("PostgreSQL does not run as root, and no other user can run " + program
                + ". Start as another user, or choose a folder that all may enter by --data DIR.");
    }

    /** Whose the files are that this process makes: for a user without a name Java knows no other way to tell. */
    private static int self() throws IOException {
        Path ours = Files.createTempFile("trm", null);
        try {
            return named(ours);
        } finally {
            Files.delete(ours);
        }
    }

    /** The owner of a file, who must be known to this machine by a name: PostgreSQL asks for it. */
    static int named(Path ours) throws IOException {
        int uid = ownerOf(ours);
        if (Files.getOwner(ours).getName().equals(Integer.toString(uid))) {
            throw new PostgresFailure(
                    "The user with the id " + uid + " has no entry in /etc/passwd, and PostgreSQL runs "
                            + "for no such user. Make an entry for it, or start as another user.");
        }
        return uid;
    }

    List<String> command(List<String> programAndArguments) {
        return Stream.concat(prefix.stream(), programAndArguments.stream()).toList();
    }

    /** Hands a folder and all in it to this account, if it is another's. */
    void own(Path tree) throws IOException {
        if (ownerOf(tree) == uid) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(tree)) {
            all = new ArrayList<>(walk.toList());
        }
        // The folder itself comes last: were this interrupted, the next start would do it again.
        Collections.reverse(all);
        for (Path path : all) {
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static List<ServerAccount> unprivileged(Path program) throws IOException {
        List<Integer> owners = new ArrayList<>();
        for (Path above = program; above != null; above = above.getParent()) {
            owners.add(ownerOf(above));
        }
        owners.add(NOBODY);
        Stream<ServerAccount> others =
                owners.stream().filter(uid -> uid != 0).distinct().map(ServerAccount::of);
        return Stream.concat(others, Stream.of(new ServerAccount(List.of("unshare", "--user", "--"), 0)))
                .toList();
    }

    private static ServerAccount of(int uid) {
        return new ServerAccount(
                List.of("setpriv", "--reuid=" + uid, "--regid=" + NOBODY, "--clear-groups", "--"), uid);
    }

    private static int ownerOf(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private boolean runs(Path program) {
        try {
            Process trial = new ProcessBuilder(command(List.of(program.toString(), "--version")))
                    .directory(program.getParent().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw Programs.interrupted(e);
        }
    }
}
