package org.trm.events;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.Generators;
import com.github.benmanes.caffeine.cache.Cache;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.util.Bytes;
import com.nimbusds.jwt.SignedJWT;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trm.events.identity.KnowsAnEvent;
import org.trm.events.identity.Tokens;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.keys.KnowsTheDatabase;
import org.trm.events.privacy.DataKey;
import org.trm.events.privacy.KnowsTheTimeOfSealing;
import org.trm.events.privacy.KnowsWhereKeysAreKept;
import org.trm.events.proof.Hash;
import org.trm.events.proof.KnowsFiles;
import org.trm.events.proof.KnowsTheTimeOfSigning;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;
import org.trm.events.types.KnowsRecording;
import org.trm.events.types.Vocabulary;
import org.trm.events.walls.HouseRules;
import org.trm.events.walls.Wall;
import org.trm.events.wiring.EventSerializer;
import org.trm.events.wiring.KnowsTokens;
import org.trm.events.wiring.Provenance;
import tools.jackson.databind.json.JsonMapper;

/** What must still be readable in thirty years leans on nothing that may be gone by then. */
class WallsTest {
    private static final JavaClasses ROOM = Wall.room(CaseEvent.class);
    private static final String EVENTS = CaseEvent.class.getPackageName();
    private static final String TYPES = CaseId.class.getPackageName();
    private static final String WIRING = EventSerializer.class.getPackageName();
    private static final String PRIVACY = DataKey.class.getPackageName();
    private static final String PROOF = Hash.class.getPackageName();
    private static final String KEYS = FileKeyStore.class.getPackageName();
    private static final String IDENTITY = Tokens.class.getPackageName();

    private static ArchRule leansOn(String name, String who, String... whom) {
        return classes()
                .that()
                .resideInAPackage(who)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(whom)
                .as(name);
    }

    /** A library by one of its classes: everything below its second name. */
    private static String of(Class<?> library) {
        String[] names = library.getPackageName().split("\\.");
        return names[0] + "." + names[1] + "..";
    }

    @TestFactory
    Stream<DynamicTest> eventsAndTheirValuesDependOnTheJdkAlone() {
        return Stream.concat(
                new Wall(
                                leansOn("events know the JDK and their values", EVENTS, "java..", EVENTS, TYPES),
                                Breaches.KnowsJackson.class)
                        .tests(ROOM),
                new Wall(leansOn("values know the JDK and each other", TYPES, "java..", TYPES), KnowsRecording.class)
                        .tests(ROOM));
    }

    @TestFactory
    Stream<DynamicTest> eventsAndTheirValuesAreNothingButData() {
        return new Wall(
                        classes()
                                .that()
                                .resideInAnyPackage(EVENTS, TYPES)
                                .and()
                                .doNotBelongToAnyOf(Vocabulary.class)
                                .and()
                                .areNotAnonymousClasses()
                                .should()
                                .beRecords()
                                .orShould()
                                .beEnums()
                                .orShould()
                                .beInterfaces()
                                .as("events and values are records, enums and what these have in common"),
                        Breaches.HasState.class)
                .tests(ROOM);
    }

    @TestFactory
    Stream<DynamicTest> eventsAndTheirValuesKnowNoClockAndNoChance() {
        return new Wall(
                        HouseRules.noClockAndNoChance(resideInAnyPackage(EVENTS, TYPES)),
                        Breaches.ReadsTheClock.class,
                        Breaches.ThrowsDice.class)
                .tests(ROOM);
    }

    @TestFactory
    Stream<DynamicTest> recordingKnowsNoFrameworkButAxonAndJackson() {
        return new Wall(
                        leansOn(
                                "recording knows Axon, Jackson, the database and a log",
                                WIRING,
                                "java..",
                                EVENTS,
                                TYPES,
                                WIRING,
                                PRIVACY,
                                PROOF,
                                of(MetaData.class),
                                of(JsonMapper.class),
                                "com.fasterxml.jackson.annotation",
                                "javax.sql",
                                "org.postgresql..",
                                "org.slf4j.."),
                        KnowsTokens.class)
                .tests(ROOM);
    }

    @TestFactory
    Stream<DynamicTest> sealingKnowsItsLibraryAndNothingOfWhereKeysAreKept() {
        return Stream.concat(
                new Wall(
                                leansOn(
                                        "sealing knows the values and the library for it",
                                        PRIVACY,
                                        "java..",
                                        TYPES,
                                        PRIVACY,
                                        Aead.class.getPackageName() + ".."),
                                KnowsWhereKeysAreKept.class)
                        .tests(ROOM),
                new Wall(HouseRules.noClockAndNoChance(resideInAnyPackage(PRIVACY)), KnowsTheTimeOfSealing.class)
                        .tests(ROOM));
    }

    @TestFactory
    Stream<DynamicTest> provingKnowsTheJdkAloneAndNothingOfFilesAndNetworks() {
        return Stream.concat(
                new Wall(
                                leansOn(
                                        "proving reckons and signs",
                                        PROOF,
                                        "java.lang..",
                                        "java.util..",
                                        "java.nio",
                                        "java.nio.charset",
                                        "java.security..",
                                        PROOF),
                                KnowsFiles.class)
                        .tests(ROOM),
                new Wall(HouseRules.noClockAndNoChance(resideInAnyPackage(PROOF)), KnowsTheTimeOfSigning.class)
                        .tests(ROOM));
    }

    @TestFactory
    Stream<DynamicTest> whereKeysAreKeptKnowsSealingAndTheJdk() {
        return new Wall(
                        leansOn(
                                "where keys are kept knows sealing and the JDK",
                                KEYS,
                                "java..",
                                "javax.crypto..",
                                TYPES,
                                PRIVACY,
                                KEYS,
                                Bytes.class.getPackageName()),
                        KnowsTheDatabase.class)
                .tests(ROOM);
    }

    @TestFactory
    Stream<DynamicTest> whoBearsATokenIsReadWithoutAFrameworkAndWithoutAnEvent() {
        return new Wall(
                        leansOn(
                                "tokens are read by the library for tokens",
                                IDENTITY,
                                "java..",
                                TYPES,
                                IDENTITY,
                                of(SignedJWT.class),
                                Cache.class.getPackageName(),
                                Generators.class.getPackageName() + ".."),
                        KnowsAnEvent.class)
                .tests(ROOM);
    }

    @TestFactory
    Stream<DynamicTest> namesAreOfTheField() {
        return Stream.concat(
                new Wall(HouseRules.namesAreOfTheField(), Breaches.CaseServiceImpl.class).tests(ROOM),
                new Wall(HouseRules.factsAndIntentsCarryNoSuffix(), Breaches.CaseMadeEvent.class).tests(ROOM));
    }

    @TestFactory
    Stream<DynamicTest> noTwoPackagesNeedEachOther() {
        Wall wall = new Wall(slices().matching(EVENTS + ".(*)..").should().beFreeOfCycles());
        return Stream.concat(
                wall.tests(ROOM),
                Stream.of(DynamicTest.dynamicTest(
                        "… and notices two that do",
                        () -> assertThat(wall.isBrokenBy(KnowsRecording.class, Provenance.class, Actor.class))
                                .isTrue())));
    }
}
