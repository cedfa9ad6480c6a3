package org.trm.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trm.events.pages.Sayings;
import org.trm.events.types.DataClass;

/** A class of data is a letter, which says nothing by itself. */
class LettersTest {
    private static final Sayings SAYINGS = Sayings.of("shared-events/src/main/java");

    private record Disclosed(Set<DataClass> dataClasses) {}

    @ParameterizedTest
    @EnumSource
    void aFieldOfDataClassesSaysWhatEachLetterMeans(DataClass letter) {
        Schema<?> field = BodySchemas.of(Disclosed.class).getProperties().get("dataClasses");
        String meaning = SAYINGS.of(DataClass.class, letter.name()).toLowerCase(Locale.ROOT);
        assertThat(field.getDescription().toLowerCase(Locale.ROOT) + ".")
                .contains(letter.name().toLowerCase(Locale.ROOT) + ": " + meaning.substring(0, meaning.length() - 1));
    }
}
