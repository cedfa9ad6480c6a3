package org.trm.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.ActedBy.Party;
import org.trm.command.casefile.Case;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Commands;
import org.trm.command.casefile.Rule;
import org.trm.command.web.Gives;
import org.trm.events.walls.Wall;

/** Nothing that can be done to a case was thought of by halves. */
class CompletenessTest {
    private static final List<Class<? extends CaseCommand>> COMMANDS = Commands.all();
    private static final List<Class<?>> GIVEN = Wall.room(CommandSide.class).stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Gives.class))
            .<Class<?>>map(method -> method.getAnnotationOfType(Gives.class).value())
            .toList();

    /** Whoever walks at random gives every command; what counts is a test that means this one. */
    private static final Set<String> NAMED_BY_TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests()).importPackagesOf(CommandSide.class).stream()
                    .filter(test -> test.getSimpleName().endsWith("Test"))
                    .flatMap(CompletenessTest::named)
                    .filter(named -> named.isAssignableTo(CaseCommand.class))
                    .map(JavaClass::getName)
                    .collect(Collectors.toSet());

    private static Stream<JavaClass> named(JavaClass test) {
        return Stream.concat(
                test.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass),
                test.getMethodCallsFromSelf().stream()
                        .map(call -> call.getTarget().getRawReturnType()));
    }

    private static Stream<DynamicTest> commands(Check check) {
        return COMMANDS.stream()
                .map(command -> DynamicTest.dynamicTest(command.getSimpleName(), () -> check.of(command)));
    }

    private interface Check {
        void of(Class<? extends CaseCommand> command);
    }

    @TestFactory
    Stream<DynamicTest> aCommandHasOneHandler() {
        return commands(command -> assertThat(Case.class.getDeclaredMethods())
                .filteredOn(method -> method.isAnnotationPresent(CommandHandler.class))
                .filteredOn(method -> method.getParameterTypes()[0] == command)
                .hasSize(1));
    }

    @TestFactory
    Stream<DynamicTest> aCommandSaysWhoMayGiveIt() {
        return commands(command -> {
            ActedBy by = command.getAnnotation(ActedBy.class);
            assertThat(by).isNotNull();
            assertThat(by.roles().length == 0).isEqualTo(by.value() == Party.CLOCK);
            assertThat(by.roles()).doesNotHaveDuplicates();
        });
    }

    @TestFactory
    Stream<DynamicTest> aCommandIsGivenAtOneAddressOrByTheClock() {
        return commands(command -> assertThat(GIVEN)
                .filteredOn(command::equals)
                .hasSize(command.getAnnotation(ActedBy.class).value() == Party.CLOCK ? 0 : 1));
    }

    /** By its code, as it stands in the sources: over HTTP a refusal has no other name. */
    @Test
    void everyRefusalIsNamedByATest() throws IOException {
        Set<String> words = new HashSet<>();
        try (Stream<Path> tests = Files.walk(Path.of(System.getProperty("basedir", ""), "src/test/java"))) {
            for (Path test :
                    tests.filter(t -> t.toString().endsWith("Test.java")).toList()) {
                words.addAll(List.of(Files.readString(test).split("\\W+")));
            }
        }
        assertThat(words).contains(Stream.of(Rule.values()).map(Rule::name).toArray(String[]::new));
    }

    @TestFactory
    Stream<DynamicTest> aCommandHasASpecification() {
        return commands(command -> assertThat(NAMED_BY_TESTS).contains(command.getName()));
    }
}
