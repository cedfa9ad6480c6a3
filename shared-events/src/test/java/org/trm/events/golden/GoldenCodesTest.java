package org.trm.events.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.ZoneCode;

/** A code that was ever stored keeps its name for good: lists of codes grow, and never lose anything. */
class GoldenCodesTest {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @TestFactory
    Stream<DynamicTest> aCodeIsNeverRemovedOrRenamed() {
        return lists().map(list -> DynamicTest.dynamicTest(nameOf(list), () -> {
            List<String> codes = Stream.of(list.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
            List<String> golden = GoldenFolder.lines(file(nameOf(list)), codes);
            assertThat(codes)
                    .as("codes that were stored once are codes for ever")
                    .containsAll(golden);
            assertThat(golden)
                    .as("a new code is also written down in %s, beside its neighbours", file(nameOf(list)))
                    .containsExactlyElementsOf(codes);
        }));
    }

    /** These come with the JDK, which may know more of them than it did when the list was written, but not fewer. */
    @TestFactory
    Stream<DynamicTest> aCodeOfTheWorldIsNotForgottenByANewerJdk() {
        return Stream.of(
                ofTheWorld("CountryCode", words(LETTERS, 2), CountryCode::new),
                ofTheWorld("LanguageCode", words(LETTERS.toLowerCase(java.util.Locale.ROOT), 3), LanguageCode::new),
                ofTheWorld("ZoneCode", zones(), ZoneCode::new));
    }

    private static DynamicTest ofTheWorld(String name, List<String> candidates, Function<String, ?> code) {
        return DynamicTest.dynamicTest(name, () -> {
            List<String> known = candidates.stream()
                    .filter(candidate -> accepts(code, candidate))
                    .toList();
            assertThat(known)
                    .as("this JDK has lost codes that may be stored: let %s know them by itself", name)
                    .containsAll(GoldenFolder.lines(file(name), known));
        });
    }

    private static boolean accepts(Function<String, ?> code, String candidate) {
        try {
            code.apply(candidate);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> words(String letters, int length) {
        List<String> words = List.of("");
        for (int i = 0; i < length; i++) {
            List<String> longer = new ArrayList<>();
            words.forEach(word -> letters.chars().forEach(letter -> longer.add(word + (char) letter)));
            words = longer;
        }
        return words;
    }

    /** Of zones only those named by a place: the others are kept for old computers alone. */
    private static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .sorted()
                .toList();
    }

    @Test
    void noListIsForgotten() {
        List<String> files = Stream.concat(
                        lists().map(GoldenCodesTest::nameOf), Stream.of("CountryCode", "LanguageCode", "ZoneCode"))
                .map(name -> name + ".txt")
                .collect(Collectors.toList());
        assertThat(GoldenFolder.files("codes")).containsExactlyInAnyOrderElementsOf(files);
    }

    private static Stream<Class<?>> lists() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackagesOf(CaseId.class).stream()
                        .filter(JavaClass::isEnum)
                        .<Class<?>>map(JavaClass::reflect)
                        .sorted((one, other) -> one.getName().compareTo(other.getName()));
    }

    /** Such as {@code TimeSpan.Unit}. */
    private static String nameOf(Class<?> list) {
        return list.getName()
                .substring(CaseId.class.getPackageName().length() + 1)
                .replace('$', '.');
    }

    private static String file(String list) {
        return "codes/" + list + ".txt";
    }
}
