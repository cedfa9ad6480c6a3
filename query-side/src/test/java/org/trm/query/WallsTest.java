package org.trm.query;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.bind.annotation.RestController;
import org.trm.events.CaseEvent;
import org.trm.events.types.CaseId;
import org.trm.events.walls.HouseRules;
import org.trm.events.walls.Wall;
import org.trm.query.access.AccessScope;
import org.trm.query.access.NetworkMembers;
import org.trm.query.breach.Breaches;
import org.trm.query.history.CaseHistory;
import org.trm.query.inbox.KnowsAnotherView;
import org.trm.query.rebuild.Rebuild;
import org.trm.query.view.CaseRow;
import org.trm.query.view.CaseView;
import org.trm.query.web.QueryProblem;

/** Views are made from events alone, know nothing of each other, and tell nobody anything without asking who reads. */
class WallsTest {
    private static final JavaClasses ROOM = Wall.room(QuerySide.class);
    private static final String QUERY = QuerySide.class.getPackageName();
    private static final String AXON = "org.axonframework..";
    /** They have nothing that anybody else could know. */
    private static final Set<String> CLOSED = Set.of(QUERY + ".audit.search", QUERY + ".audit.casefile");

    /** What is put together from views, and is none: for the person herself, and for auditors. */
    private static final Set<String> PUT_TOGETHER = Stream.concat(
                    CLOSED.stream(), Stream.of(QUERY + ".copy", QUERY + ".audit.replay"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> VIEWS = ROOM.stream()
            .filter(type -> type.isAssignableTo(CaseView.class) && !type.isInterface()
                    || type.isAnnotatedWith(RestController.class))
            .map(JavaClass::getPackageName)
            .filter(name -> !name.equals(Rebuild.class.getPackageName())
                    && !name.equals(QueryProblem.class.getPackageName())
                    && !PUT_TOGETHER.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));

    private static final DescribedPredicate<JavaClass> FOLDS = describe("are folds or rows", WallsTest::folds);

    private static boolean folds(JavaClass type) {
        return type.isAssignableTo(CaseEvent.Reader.class) || type.isAssignableTo(CaseRow.class);
    }

    @Test
    void viewsAreFoundByWhatTheyAre() {
        assertThat(VIEWS)
                .contains(
                        QUERY + ".casestatus",
                        QUERY + ".custody",
                        QUERY + ".directory",
                        QUERY + ".inbox",
                        QUERY + ".live",
                        QUERY + ".timeline");
    }

    @TestFactory
    Stream<DynamicTest> viewsDoNotKnowEachOther() {
        return VIEWS.stream()
                .flatMap(view -> new Wall(
                                noClasses()
                                        .that(resideInAPackage(view))
                                        .should()
                                        .dependOnClassesThat(resideInAnyPackage(others(view)))
                                        .as(view + " knows no other view"),
                                view.equals(KnowsAnotherView.class.getPackageName())
                                        ? new Class<?>[] {KnowsAnotherView.class}
                                        : new Class<?>[0])
                        .tests(ROOM));
    }

    private static String[] others(String view) {
        return VIEWS.stream().filter(other -> !other.equals(view)).toArray(String[]::new);
    }

    @TestFactory
    Stream<DynamicTest> whatServesEveryViewKnowsNone() {
        return new Wall(
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(both(VIEWS, PUT_TOGETHER))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(VIEWS.toArray(String[]::new)))
                                .as("what serves every view knows none"),
                        Breaches.KnowsAView.class)
                .tests(ROOM);
    }

    private static String[] both(Set<String> packages, Set<String> others) {
        return Stream.concat(packages.stream(), others.stream()).toArray(String[]::new);
    }

    @TestFactory
    Stream<DynamicTest> nobodyKnowsWhatIsPutTogether() {
        return PUT_TOGETHER.stream()
                .filter(together -> !CLOSED.contains(together))
                .flatMap(together -> new Wall(
                                noClasses()
                                        .that()
                                        .resideOutsideOfPackage(together)
                                        .should()
                                        .dependOnClassesThat(resideInAPackage(together))
                                        .as("nobody knows what is put together in " + together),
                                together.endsWith(".copy")
                                        ? Breaches.KnowsTheCopy.class
                                        : Breaches.KnowsTheReplay.class)
                        .tests(ROOM));
    }

    @TestFactory
    Stream<DynamicTest> onlyProjectionsAndTheHistoryOfACaseKnowAxon() {
        return new Wall(
                        noClasses()
                                .that()
                                .haveNameNotMatching(".*Projection(\\$.*)?")
                                .and()
                                .doNotBelongToAnyOf(CaseHistory.class)
                                .should()
                                .dependOnClassesThat(resideInAPackage(AXON))
                                .as("only projections and the history of a case know Axon"),
                        Breaches.KnowsAxon.class)
                .tests(ROOM);
    }

    @TestFactory
    Stream<DynamicTest> theQuerySideRecordsNothing() {
        Set<String> recording = Set.of("publish", "appendEvents", "storeSnapshot");
        return new Wall(
                        noClasses()
                                .should()
                                .callMethodWhere(describe(
                                        "record events",
                                        call -> recording.contains(call.getName())
                                                && (call.getTargetOwner().isAssignableTo(EventBus.class)
                                                        || call.getTargetOwner()
                                                                .isAssignableTo(EventStorageEngine.class))))
                                .as("who reads records nothing"),
                        Breaches.Records.class)
                .tests(ROOM);
    }

    /** What the machinery of access itself asks of the directory has no reader. */
    @TestFactory
    Stream<DynamicTest> aReaderIsAlwaysToldWhoReads() {
        return new Wall(
                        methods()
                                .that()
                                .areDeclaredInClassesThat(describe("are readers", WallsTest::isAReader))
                                .and(describe("can be called", WallsTest::canBeCalled))
                                .should()
                                .haveRawParameterTypes(describe(
                                        "the scope of who reads",
                                        types -> types.stream()
                                                .anyMatch(type -> type.isEquivalentTo(AccessScope.class))))
                                .as("a reader is always told who reads"),
                        Breaches.SomeReader.class)
                .tests(ROOM);
    }

    private static boolean isAReader(JavaClass type) {
        return type.getSimpleName().endsWith("Reader") && !folds(type);
    }

    private static boolean canBeCalled(JavaMethod method) {
        return !method.getModifiers().contains(JavaModifier.PRIVATE)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !(method.getOwner().isAssignableTo(NetworkMembers.class)
                        && method.getName().equals("of"));
    }

    @TestFactory
    Stream<DynamicTest> aFoldKnowsTheEventsAndNeitherClockNorDatabase() {
        return Stream.concat(
                new Wall(
                                classes()
                                        .that(FOLDS)
                                        .should()
                                        .onlyDependOnClassesThat()
                                        .resideInAnyPackage(
                                                "java..",
                                                CaseEvent.class.getPackageName(),
                                                CaseId.class.getPackageName(),
                                                QUERY + "..")
                                        .as("a fold knows the events and what it makes of them"),
                                Breaches.AsksTheDatabase.class)
                        .tests(ROOM),
                new Wall(HouseRules.noClockAndNoChance(FOLDS), Breaches.ReadsTheClock.class).tests(ROOM));
    }

    @TestFactory
    Stream<DynamicTest> namesAreOfTheField() {
        return new Wall(HouseRules.namesAreOfTheField(), Breaches.RowManager.class).tests(ROOM);
    }
}
