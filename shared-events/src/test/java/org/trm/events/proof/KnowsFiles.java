package org.trm.events.proof;

import java.nio.file.Path;

/** What a wall must notice. */
public record KnowsFiles(Path log) {}
