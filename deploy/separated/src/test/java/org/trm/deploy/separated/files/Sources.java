package org.trm.deploy.separated.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The files of this folder, and those of the program that they must agree with. */
final class Sources {
    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    static final Path SEPARATED = ROOT.resolve("deploy/separated");

    private Sources() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String file) {
        return text(SEPARATED.resolve(file));
    }

    static List<Path> below(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one document of a file. */
    static Map<String, Object> yaml(Path file) {
        return documents(text(file)).get(0);
    }

    /** A key that stands twice is a mistake: which of the two counts, every reader decides for itself. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> documents(String text) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        strict.setMaxAliasesForCollections(200);
        return StreamSupport.stream(new Yaml(strict).loadAll(text).spliterator(), false)
                .map(document -> (Map<String, Object>) document)
                .toList();
    }

    /** The lines of an environment file, by their names. */
    static Map<String, String> variables(Path file) {
        return text(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    }

    /** The release that this build makes. */
    static String release() {
        return text(ROOT.resolve("pom.xml"))
                .replaceAll("(?s).*?<artifactId>trm</artifactId>\\s*<version>([^<]+)</version>.*", "$1");
    }

    /** The port at which a side answers unless told otherwise. */
    static int port(String side) {
        Map<String, Object> settings = yaml(ROOT.resolve(side + "/src/main/resources/" + side + ".yml"));
        return Part.of(settings).at("server", "port").number();
    }
}
