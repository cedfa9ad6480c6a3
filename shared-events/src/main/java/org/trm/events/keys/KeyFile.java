package org.trm.events.keys;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trm.events.privacy.KeysUnreachable;

/**
 * What stands in the file of a key: its form, what may be known of it, and last what may not, which is encrypted, except in
 * that of a root key.
 *
 * @param generation of the root key under which it is encrypted; files of the first form say nothing of it
 * @param open the public half of a country's key; nothing of other keys
 */
record KeyFile(int generation, List<byte[]> open, byte[] secret) {
    private static final Pattern FORM = Pattern.compile("trm/key/v(?:1|2 root (\\d{1,6}))");

    /** @throws KeysUnreachable when it is no such file, such as one that is empty */
    static KeyFile of(String name, List<String> lines) {
        try {
            Matcher form = FORM.matcher(lines.get(0));
            if (lines.size() > 1 && form.matches()) {
                List<byte[]> values =
                        lines.stream().skip(1).map(Base64.getDecoder()::decode).toList();
                return new KeyFile(
                        form.group(1) == null ? 1 : Integer.parseInt(form.group(1)),
                        values.subList(0, values.size() - 1),
                        values.get(values.size() - 1));
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw broken(name, e);
        }
        throw broken(name, null);
    }

    private static KeysUnreachable broken(String name, Exception cause) {
        return new KeysUnreachable("The file " + name + " is not that of a key: put it back from its backup.", cause);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(generation == 1 ? "trm/key/v1" : "trm/key/v2 root " + generation);
        open.forEach(value -> lines.add(Base64.getEncoder().encodeToString(value)));
        lines.add(Base64.getEncoder().encodeToString(secret));
        return lines;
    }
}
