package org.trm.deploy.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trm.command.CommandSide;
import org.trm.command.breach.KnowsTheQuerySide;
import org.trm.deploy.standalone.breach.KnowsASide;
import org.trm.deploy.standalone.breach.StandaloneUtil;
import org.trm.events.walls.HouseRules;
import org.trm.events.walls.Wall;
import org.trm.query.QuerySide;
import org.trm.query.breach.KnowsTheCommandSide;

/** The two sides meet in the events alone, and here only because one process starts both. */
class WallsTest {
    private static final String COMMAND = CommandSide.class.getPackageName() + "..";
    private static final String QUERY = QuerySide.class.getPackageName() + "..";
    private static final String DEPLOY = "org.trm.deploy..";

    private static ArchRule knowNot(String who, String... whom) {
        return noClasses()
                .that()
                .resideInAPackage(who)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(whom);
    }

    @TestFactory
    Stream<DynamicTest> theTwoSidesMeetInTheEventsAlone() {
        return Stream.concat(
                new Wall(knowNot(COMMAND, QUERY, DEPLOY), KnowsTheQuerySide.class).tests(Wall.room(CommandSide.class)),
                new Wall(knowNot(QUERY, COMMAND, DEPLOY), KnowsTheCommandSide.class).tests(Wall.room(QuerySide.class)));
    }

    @TestFactory
    Stream<DynamicTest> whatStartsBothKnowsThemAndNothingElseHereDoes() {
        return new Wall(
                        noClasses()
                                .that()
                                .doNotBelongToAnyOf(StandaloneApplication.class)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(COMMAND, QUERY)
                                .as("only what starts both sides knows them"),
                        KnowsASide.class)
                .tests(Wall.room(StandaloneApplication.class));
    }

    @TestFactory
    Stream<DynamicTest> namesAreOfTheField() {
        return new Wall(HouseRules.namesAreOfTheField(), StandaloneUtil.class)
                .tests(Wall.room(StandaloneApplication.class));
    }
}
