package org.trm.deploy.separated.files;

import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the program can be told, and how an environment says it. */
final class Settings {
    private static final Pattern OWN = Pattern.compile("(?:\"|\\$\\{)(trm(?:\\.[a-z0-9-]+)+)[\":}]");

    /** Those of Spring Boot that a node may need, each with its meaning in Spring Boot's own documentation. */
    private static final List<String> OF_SPRING = List.of(
            "server.address",
            "server.port",
            "server.forward-headers-strategy",
            "management.server.port",
            "management.server.address",
            "spring.config.import",
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.flyway.user",
            "spring.flyway.password",
            "spring.security.oauth2.resourceserver.jwt.issuer-uri");

    private Settings() {}

    static Set<String> known() {
        Set<String> known = new TreeSet<>(OF_SPRING);
        Stream.of("shared-events", "command-side", "query-side")
                .flatMap(side -> Stream.of(".java", ".yml", ".properties")
                        .flatMap(kind -> Sources.below(Sources.ROOT.resolve(side + "/src/main"), kind).stream()))
                .flatMap(file -> OWN.matcher(Sources.text(file)).results())
                .forEach(found -> known.add(found.group(1)));
        return known;
    }

    /** As Spring Boot looks for them in the environment: dots are underlines, and hyphens underlines or nothing. */
    static Set<String> variables() {
        return known().stream()
                .map(setting -> setting.replace(".", "_").toUpperCase(Locale.ROOT))
                .flatMap(setting -> Stream.of(setting.replace("-", ""), setting.replace("-", "_")))
                .collect(toCollection(TreeSet::new));
    }
}
