package org.trm.deploy.verifier;

import static java.util.stream.Collectors.groupingBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trm.events.proof.SignatureKind;
import org.trm.events.proof.VerifierKey;

/**
 * Who watches which logs, and where it is asked.
 *
 * @param logs the keys of each, by its name
 */
record WitnessOptions(InetSocketAddress listen, Path folder, String name, Map<String, List<VerifierKey>> logs) {
    private static final Pattern LISTEN = Pattern.compile("(?:(.+):)?([0-9]{1,5})");
    private static final int LAST_PORT = 65_535;

    /** @throws Misuse saying what is wrong */
    static WitnessOptions of(String... arguments) {
        Words words = new Words(arguments, Set.of("--listen", "--folder", "--name", "--log"), Set.of());
        return new WitnessOptions(
                address(words.required("--listen")),
                Path.of(words.required("--folder")),
                words.required("--name"),
                logs(words));
    }

    private static InetSocketAddress address(String text) {
        Matcher parts = LISTEN.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > LAST_PORT) {
            throw new Misuse("--listen takes a port, or an address, a colon and a port.");
        }
        try {
            String host = parts.group(1);
            return new InetSocketAddress(
                    host == null ? InetAddress.getLoopbackAddress() : InetAddress.getByName(host),
                    Integer.parseInt(parts.group(2)));
        } catch (UnknownHostException e) {
            throw new Misuse("--listen: there is no address " + parts.group(1) + ".");
        }
    }

    private static Map<String, List<VerifierKey>> logs(Words words) {
        return words.someOf("--log").stream()
                .map(key -> Options.ofKind(SignatureKind.LOG, "--log", key))
                .collect(groupingBy(VerifierKey::name));
    }
}
