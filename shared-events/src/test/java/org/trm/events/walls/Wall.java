package org.trm.events.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A rule about what may know what, and classes made only to break it: a wall that nothing could break would guard nothing.
 * Rules name packages through classes, and one that matches no class at all fails (ArchUnit's default).
 */
public record Wall(ArchRule rule, Class<?>... breaches) {

    /** The classes of a room that are not its tests. */
    public static JavaClasses room(Class<?> inItsRoot) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackagesOf(inItsRoot);
    }

    /** That it stands, and that it would be noticed if it fell. */
    public Stream<DynamicTest> tests(JavaClasses room) {
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(room))),
                Stream.of(breaches)
                        .map(breach -> DynamicTest.dynamicTest(
                                "… and notices " + breach.getSimpleName(), () -> assertNoticed(breach))));
    }

    private void assertNoticed(Class<?> breach) {
        assertThat(isBrokenBy(breach))
                .as("%s breaks: %s", breach.getSimpleName(), rule.getDescription())
                .isTrue();
    }

    /** Whether these classes break it together. */
    public boolean isBrokenBy(Class<?>... together) {
        return rule.allowEmptyShould(true)
                .evaluate(new ClassFileImporter().importClasses(together))
                .hasViolation();
    }
}
