package org.trm.deploy.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trm.events.CaseEvent;
import org.trm.events.proof.Hash;
import org.trm.events.walls.HouseRules;
import org.trm.events.walls.Wall;

/** Whoever verifies trusts as little code as possible. */
class WallsTest {
    @TestFactory
    Stream<DynamicTest> itKnowsTheProofsAndTheJdk() {
        return new Wall(
                        classes()
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(
                                        "java..",
                                        "com.sun.net.httpserver..",
                                        Hash.class.getPackageName(),
                                        Verifier.class.getPackageName())
                                .as("the verifier knows the proofs and the JDK"),
                        KnowsTheEvents.class)
                .tests(Wall.room(Verifier.class));
    }

    @TestFactory
    Stream<DynamicTest> namesAreOfTheField() {
        return new Wall(HouseRules.namesAreOfTheField(), VerifierUtil.class).tests(Wall.room(Verifier.class));
    }

    record KnowsTheEvents(CaseEvent event) {}

    static final class VerifierUtil {}
}
