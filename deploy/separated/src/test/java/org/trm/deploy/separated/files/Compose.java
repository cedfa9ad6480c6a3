package org.trm.deploy.separated.files;

import java.nio.file.Path;
import java.util.stream.Stream;

/** compose.yml, its shared parts put in their places. */
final class Compose {
    static final Path FOLDER = Sources.SEPARATED.resolve("compose");

    private final Part file = Part.of(Sources.yaml(FOLDER.resolve("compose.yml")));

    Part at(String part) {
        return file.at(part);
    }

    Stream<Part> services() {
        return file.at("services").each();
    }

    Part service(String name) {
        return file.at("services", name);
    }

    /** Those of both sides. */
    Stream<Part> nodes() {
        return services().filter(service -> service.name().matches("(command|query)-\\d"));
    }
}
