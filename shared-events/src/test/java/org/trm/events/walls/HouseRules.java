package org.trm.events.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Rules that hold in more than one room. */
public final class HouseRules {
    private HouseRules() {}

    /** Names are those of the field: nothing is called by its technical part in the play. */
    public static ArchRule namesAreOfTheField() {
        return classes()
                .should()
                .haveNameNotMatching(".*(Impl|Service|Dto|DTO|Util|Utils|Helper|Manager|Entity|Bean)")
                .as("no class is called Impl, Service, Dto, Util or the like");
    }

    /** {@code CaseOpened}, not {@code CaseOpenedEvent}; what they have in common may be called an event or a command. */
    public static ArchRule factsAndIntentsCarryNoSuffix() {
        return classes()
                .that()
                .areRecords()
                .should()
                .haveNameNotMatching(".*[a-z](Event|Command)")
                .as("no fact is called Event, no intent Command");
    }

    /** What is decided or folded is decided and folded the same tomorrow: time and chance come from outside. */
    public static ArchRule noClockAndNoChance(DescribedPredicate<JavaClass> deciders) {
        return noClasses()
                .that(deciders)
                .should()
                .callMethodWhere(isAClock())
                .orShould()
                .callMethodWhere(isAMatterOfChance())
                .orShould()
                .dependOnClassesThat(describe("are random", HouseRules::isRandom))
                .as("no clock and no chance in what decides and what is decided");
    }

    /** Packages side by side below one: each knows what stands above it and outside, and none knows another. */
    public static ArchCondition<JavaClass> knowNoSiblingBelow(String parent) {
        return new ArchCondition<>("know no other package below " + parent) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(known -> areSiblings(type, known.getTargetClass()))
                        .forEach(known -> events.add(SimpleConditionEvent.violated(known, known.getDescription())));
            }

            private boolean areSiblings(JavaClass one, JavaClass other) {
                return other.getPackageName().startsWith(parent + ".")
                        && !child(one).equals(child(other));
            }

            private String child(JavaClass type) {
                String below = (type.getPackageName() + ".").substring(parent.length() + 1);
                return below.substring(0, Math.max(0, below.indexOf('.')));
            }
        };
    }

    private static DescribedPredicate<JavaCall<?>> isAClock() {
        Set<String> clocks = Set.of("currentTimeMillis", "nanoTime");
        return describe(
                "read a clock",
                call -> call.getTargetOwner().isAssignableTo(Temporal.class)
                                && call.getName().equals("now")
                        || call.getTargetOwner().isAssignableTo(Clock.class)
                                && call.getName().startsWith("system")
                        || call.getTargetOwner().isEquivalentTo(System.class) && clocks.contains(call.getName()));
    }

    private static DescribedPredicate<JavaCall<?>> isAMatterOfChance() {
        return target(owner(describe("Math or UUID", HouseRules::isMathOrUuid)))
                .and(target(nameMatching("random|randomUUID")))
                .forSubtype();
    }

    private static boolean isMathOrUuid(JavaClass owner) {
        return owner.isEquivalentTo(Math.class) || owner.isEquivalentTo(UUID.class);
    }

    private static boolean isRandom(JavaClass type) {
        return type.isAssignableTo(Random.class)
                || type.isAssignableTo(RandomGenerator.class)
                || type.isEquivalentTo(SecureRandom.class);
    }
}
