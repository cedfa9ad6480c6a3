package org.trm.deploy.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.trm.events.proof.SignatureKind;
import org.trm.events.proof.VerifierKey;

/**
 * What to verify, and by what.
 *
 * @param log an address, or a folder that is laid out like one
 * @param state where every checkpoint is remembered; null not to
 * @param tokenFile holds what the log asks for before it shows entries; null for none
 */
record Options(
        String log,
        VerifierKey key,
        List<VerifierKey> witnesses,
        Path state,
        boolean entries,
        boolean fromStart,
        Path tokenFile,
        List<Path> receipts) {

    static final String USAGE = """
            usage: verifier verify --log URL-OR-FOLDER --vkey KEY [--option VALUE ...]
                   verifier receipt --receipt FILE --entry FILE --vkey KEY [--witness KEY ...]
                   verifier case --file FILE --vkey KEY [--witness KEY ...]
                   verifier witness --listen [ADDRESS:]PORT --folder DIR --name NAME --log KEY [--log KEY ...]

            verify reads every leaf of a log, makes its tree anew and compares it with what the log signed.

              --log URL-OR-FOLDER  where the log is served, or a copy of all that is served there
              --vkey KEY           the log's key, as name+hash+Base64, from somebody whom you trust
              --witness KEY        a witness who must have seen the checkpoint too; may be repeated
              --state FILE         remembers every checkpoint, so that the log can never be taken back or rewritten
                                   unnoticed, and so that what was verified is not read again
              --from-start         reads all of it again nevertheless
              --entries            reads every entry too, always from the start: each hashes to its leaf, no event
                                   stands there twice, and nothing is missing of what happened to one thing
              --token-file FILE    holds an access token, which the log may ask for before it shows entries
              --receipt FILE       a receipt that the log gave; must fit what the log shows; may be repeated

            receipt tells, without a network, whether an entry is in the log that gave a receipt for it.

            case tells, without a network, whether a case file is what it says, and each event in it the one that the log
            signed.

            witness signs, until it is stopped, each checkpoint that a log shows it and that continues the one before
            (C2SP tlog-witness), and no other one. It prints its own key, for whoever is to believe it.

              --listen [ADDRESS:]PORT  where it is asked; on this machine alone unless an address is given
              --folder DIR         where it keeps its key and what it signed last; never take an older one back
              --name NAME          what its signatures are called, such as witness.example.org/ro
              --log KEY            a log to watch; may be repeated, also for a log that changes its key

            It ends with 0 when all is well, with 1 when something is wrong, with 2 when it was called wrongly, and
            with 3 when it could not find out.""";

    private static final Set<String> WITH_VALUE =
            Set.of("--log", "--vkey", "--witness", "--state", "--token-file", "--receipt");

    /** @throws Misuse saying what is wrong */
    static Options of(String... arguments) {
        Words words = new Words(arguments, WITH_VALUE, Set.of("--entries", "--from-start"));
        return new Options(
                words.required("--log"),
                log(words),
                witnesses(words),
                path(words.one("--state")),
                words.says("--entries"),
                words.says("--from-start"),
                path(words.one("--token-file")),
                words.all("--receipt").stream().map(Path::of).toList());
    }

    static VerifierKey log(Words words) {
        return ofKind(SignatureKind.LOG, "--vkey", words.required("--vkey"));
    }

    static List<VerifierKey> witnesses(Words words) {
        return words.all("--witness").stream()
                .map(key -> ofKind(SignatureKind.WITNESS, "--witness", key))
                .toList();
    }

    static VerifierKey ofKind(SignatureKind kind, String option, String text) {
        VerifierKey key = Words.key(option, text);
        if (key.kind() != kind) {
            throw new Misuse(option + " takes the key of a " + kind.name().toLowerCase(Locale.ROOT)
                    + ", and this is that of another kind.");
        }
        return key;
    }

    /** @return null for none */
    String token() {
        if (tokenFile == null) {
            return null;
        }
        String token = new String(Words.content("--token-file", tokenFile), UTF_8).strip();
        if (!token.matches("[A-Za-z0-9._~+/=-]+")) {
            throw new Misuse("--token-file: the file " + tokenFile + " holds no access token, or something beside it.");
        }
        return token;
    }

    private static Path path(String text) {
        return text == null ? null : Path.of(text);
    }
}
