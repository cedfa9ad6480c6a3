package org.trm.command;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.trm.command.casefile.Access;
import org.trm.command.casefile.Case;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Directory;
import org.trm.command.casefile.Judge;
import org.trm.command.casefile.KnowsACapability;
import org.trm.command.casefile.breach.Breaches;
import org.trm.command.security.PermitsASingleAct;
import org.trm.command.web.Act;
import org.trm.command.web.GivesASingleAct;
import org.trm.command.web.LooksIntoTheCase;
import org.trm.events.CaseEvent;
import org.trm.events.types.CaseId;
import org.trm.events.walls.HouseRules;
import org.trm.events.walls.Wall;

/** Rules know nothing but the case; what stands around them knows no single act. */
class WallsTest {
    private static final JavaClasses ROOM = Wall.room(CommandSide.class);
    private static final String EVENTS = CaseEvent.class.getPackageName();
    private static final String TYPES = CaseId.class.getPackageName();
    private static final String CASEFILE = Case.class.getPackageName();
    private static final String CAPABILITIES = CASEFILE + ".*..";
    private static final String WEB = Act.class.getPackageName();
    private static final String SECURITY = PermitsASingleAct.class.getPackageName();
    private static final String AXON = "org.axonframework..";

    private static final DescribedPredicate<JavaClass> IS_THE_SHELL = equivalentTo(Case.class);
    private static final DescribedPredicate<JavaClass> IS_AT_THE_EDGE =
            describe("are controllers", WallsTest::isAtTheEdge);

    /** Controllers, and the bodies that stand within them. */
    private static boolean isAtTheEdge(JavaClass type) {
        return type.isAnnotatedWith(RestController.class)
                || type.getEnclosingClass().map(WallsTest::isAtTheEdge).orElse(false);
    }

    private static boolean isAnAggregate(JavaClass type) {
        return type.getFields().stream().anyMatch(field -> field.isAnnotatedWith(AggregateIdentifier.class));
    }

    @TestFactory
    Stream<DynamicTest> rulesKnowTheCaseAndTheEventsAndNothingElse() {
        return Stream.concat(
                new Wall(
                                classes()
                                        .that(resideInAPackage(CASEFILE + ".."))
                                        .and(not(IS_THE_SHELL))
                                        .and(not(IS_AT_THE_EDGE))
                                        .should()
                                        .onlyDependOnClassesThat(
                                                resideInAnyPackage("java..", EVENTS, TYPES, CASEFILE + "..")
                                                        .or(equivalentTo(TargetAggregateIdentifier.class)))
                                        .as("rules know the JDK, the events and each other"),
                                Breaches.KnowsSpring.class,
                                Breaches.KnowsALogger.class,
                                Breaches.KnowsHowEventsAreStored.class,
                                Breaches.IsAnAggregate.class)
                        .tests(ROOM),
                new Wall(
                                noClasses()
                                        .that(resideInAPackage(CASEFILE + ".."))
                                        .should()
                                        .dependOnClassesThat()
                                        .resideInAnyPackage(
                                                "java.io..",
                                                "java.net..",
                                                "java.nio..",
                                                "java.sql..",
                                                "javax..",
                                                "java.util.logging..")
                                        .as("rules read no file, ask no network and no database, and log nothing"),
                                Breaches.KnowsTheDatabase.class)
                        .tests(ROOM));
    }

    @TestFactory
    Stream<DynamicTest> rulesKnowNoClockAndNoChance() {
        return new Wall(
                        HouseRules.noClockAndNoChance(resideInAPackage(CASEFILE + "..")),
                        Breaches.ReadsTheClock.class,
                        Breaches.ThrowsDice.class,
                        Breaches.Draws.class)
                .tests(ROOM);
    }

    @TestFactory
    Stream<DynamicTest> theShellKnowsAxonAndTheJudgeAndNoRule() {
        return new Wall(
                        classes()
                                .that(resideInAPackage(CASEFILE + ".."))
                                .and(describe("are aggregates", WallsTest::isAnAggregate))
                                .should()
                                .onlyDependOnClassesThat(resideInAnyPackage("java..", AXON, EVENTS, TYPES, CAPABILITIES)
                                        .or(belongToAnyOf(
                                                Access.class,
                                                Case.class,
                                                CaseCommand.class,
                                                CaseState.class,
                                                Context.class,
                                                Decision.class,
                                                Directory.class,
                                                Judge.class)))
                                .as("the shell knows Axon and who judges, and has no rule"),
                        Breaches.JudgesItself.class,
                        Breaches.KnowsARule.class)
                .tests(ROOM);
    }

    @TestFactory
    Stream<DynamicTest> capabilitiesDoNotKnowEachOther() {
        return Stream.concat(
                new Wall(
                                classes()
                                        .that(resideInAPackage(CAPABILITIES))
                                        .should(HouseRules.knowNoSiblingBelow(CASEFILE)),
                                Breaches.KnowsAnotherCapability.class,
                                Breaches.ServesAnotherCapability.class)
                        .tests(ROOM),
                new Wall(
                                noClasses()
                                        .that(resideInAPackage(CASEFILE))
                                        .and(not(IS_THE_SHELL))
                                        .should()
                                        .dependOnClassesThat(resideInAPackage(CAPABILITIES))
                                        .as("what all capabilities have in common knows none"),
                                KnowsACapability.class)
                        .tests(ROOM));
    }

    @TestFactory
    Stream<DynamicTest> aControllerKnowsTheWebAndItsOwnCommands() {
        return new Wall(
                        classes()
                                .that(IS_AT_THE_EDGE)
                                .and(resideInAPackage(CASEFILE + ".."))
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(
                                        "java..",
                                        TYPES,
                                        WEB,
                                        CAPABILITIES,
                                        ResponseEntity.class.getPackageName(),
                                        RestController.class.getPackageName())
                                .as("a controller knows the web and its own commands"),
                        Breaches.LooksIntoTheCase.class)
                .tests(ROOM);
    }

    @TestFactory
    Stream<DynamicTest> whatServesEveryActKnowsNoSingleOne() {
        return Stream.concat(
                new Wall(knowsNoSingleAct(WEB), GivesASingleAct.class, LooksIntoTheCase.class).tests(ROOM),
                new Wall(knowsNoSingleAct(SECURITY), PermitsASingleAct.class).tests(ROOM));
    }

    private static ArchRule knowsNoSingleAct(String room) {
        return noClasses()
                .that(resideInAPackage(room))
                .should()
                .dependOnClassesThat(resideInAPackage(CAPABILITIES))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Case.class, CaseState.class)
                .as(room + " knows no single act, and does not look into a case");
    }

    @TestFactory
    Stream<DynamicTest> anIntentIsARecordInThePackageOfItsCapability() {
        return new Wall(
                        classes()
                                .that()
                                .areAssignableTo(CaseCommand.class)
                                .and()
                                .areNotInterfaces()
                                .should()
                                .beRecords()
                                .andShould(ArchConditions.resideInAPackage(CAPABILITIES))
                                .as("an intent is a record of its capability"),
                        Breaches.MayChangeItsMind.class,
                        KnowsACapability.class)
                .tests(ROOM);
    }

    @TestFactory
    Stream<DynamicTest> namesAreOfTheField() {
        return Stream.concat(
                new Wall(HouseRules.namesAreOfTheField(), Breaches.CaseUtil.class).tests(ROOM),
                new Wall(HouseRules.factsAndIntentsCarryNoSuffix(), Breaches.OpenCaseCommand.class).tests(ROOM));
    }
}
