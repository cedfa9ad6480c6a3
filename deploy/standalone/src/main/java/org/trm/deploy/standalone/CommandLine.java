package org.trm.deploy.standalone;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads what the operator typed into settings; what it does not know it refuses rather than ignores. */
final class CommandLine {
    private static final String USAGE = """
            Usage: start [--port N] [--data DIR] [--demo-logins] [--any.setting=VALUE …]
              --port N         where it answers (8080), on this machine only unless --server.address says otherwise
              --data DIR       where it keeps its database and keys (./trm-data)
              --demo-logins    logins to try it with; without them, name an issuer of access tokens by
                               --spring.security.oauth2.resourceserver.jwt.issuer-uri=URI""";

    private CommandLine() {}

    /** @throws StartRefused saying how to call it */
    static String[] settings(String... arguments) {
        Deque<String> words = new ArrayDeque<>(List.of(arguments));
        if (!"start".equals(words.poll())) {
            throw new StartRefused(USAGE);
        }
        List<String> settings = new ArrayList<>();
        while (!words.isEmpty()) {
            settings.add(setting(words.poll(), words));
        }
        return settings.toArray(String[]::new);
    }

    private static String setting(String option, Deque<String> rest) {
        return switch (option) {
            case "--port" -> "--server.port=" + port(value(option, rest));
            case "--data" -> "--trm.data=" + value(option, rest);
            case "--demo-logins" -> "--trm.demo-logins=true";
            default -> {
                if (!option.matches("--[a-z][\\w-]*\\.[^=\\s]+=.*")) {
                    throw new StartRefused("Unknown: " + option + "\n" + USAGE);
                }
                yield option;
            }
        };
    }

    private static String value(String option, Deque<String> rest) {
        String value = rest.poll();
        if (value == null || value.isBlank() || value.startsWith("--")) {
            throw new StartRefused(option + " needs a value.\n" + USAGE);
        }
        return value;
    }

    /** Zero lets the operating system choose. */
    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new StartRefused("--port needs a number from 0 to 65535.\n" + USAGE);
        }
        return Integer.parseInt(text);
    }
}
