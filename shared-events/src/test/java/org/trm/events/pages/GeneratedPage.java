package org.trm.events.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** A page in Markdown that is made from the code, and committed, so that it can be read where the sources are. */
public final class GeneratedPage {
    private static final String TO_WRITE =
            "mvn test -Dtest='*PageTest' -Dsurefire.failIfNoSpecifiedTests=false -Dtrm.write-docs";

    private final String file;
    private final StringBuilder text = new StringBuilder();

    public GeneratedPage(String file, String title) {
        this.file = file;
        heading(1, title);
    }

    public GeneratedPage heading(int level, String title) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        return line("#".repeat(level) + " " + title).line("");
    }

    public GeneratedPage paragraph(String words) {
        return line(words).line("");
    }

    public GeneratedPage item(String words) {
        return line("- " + words);
    }

    public GeneratedPage code(String language, String code) {
        return line("```" + language).line(code).line("```");
    }

    public GeneratedPage table(List<String> head, List<List<String>> rows) {
        row(head);
        row(Collections.nCopies(head.size(), "---"));
        rows.forEach(this::row);
        return this;
    }

    private void row(List<String> cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private GeneratedPage line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** That the committed page says this; on request it is written instead. */
    public void check() {
        String page = text.append("\n---\n\nMade from the code, which the build compares it with. To make it anew: `")
                .append(TO_WRITE)
                .append("`.\n")
                .toString()
                .replaceAll("\n{3,}", "\n\n");
        Path path = House.path("deploy/docs/" + file);
        try {
            if (Boolean.getBoolean("trm.write-docs")) {
                Files.writeString(path, page);
            }
            assertThat(Files.exists(path) ? Files.readString(path) : "")
                    .as("deploy/docs/%s does not say what the code does; make it anew by %s", file, TO_WRITE)
                    .isEqualTo(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
