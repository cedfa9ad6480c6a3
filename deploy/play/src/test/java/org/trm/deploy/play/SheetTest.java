package org.trm.deploy.play;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Sheet sheet = new Sheet(new PrintStream(written, true, UTF_8));

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        sheet.table("Chain", List.of("From", "To"), List.of(List.of("Bulgaria", "x"), List.of("RO", "y")));
        assertThat(written.toString(UTF_8).lines())
                .containsExactly("", "Chain", "=====", "From      To", "Bulgaria  x", "RO        y");
    }

    @Test
    void everyLineOfThePlayHasItsColumnsInTheSamePlaces() {
        sheet.heading();
        sheet.step(7, "Romania, focal point", "accepts", "ACCEPTED", "Bulgaria");
        List<String> lines = written.toString(UTF_8).lines().toList();
        assertThat(lines.get(3).indexOf("accepts")).isEqualTo(lines.get(1).indexOf("Act"));
        assertThat(lines.get(3).indexOf("ACCEPTED")).isEqualTo(lines.get(1).indexOf("State after"));
        assertThat(lines.get(3).indexOf("Bulgaria")).isEqualTo(lines.get(1).indexOf("Waiting on"));
    }
}
