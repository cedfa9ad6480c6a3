package org.trm.query.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.trm.events.types.Role.AUDITOR;
import static org.trm.events.types.Role.NATIONAL_COORDINATOR;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;
import static org.trm.events.types.Role.REGIONAL_COORDINATOR;
import static org.trm.events.types.Role.SYSTEM_OPERATOR;

import com.zaxxer.hikari.HikariDataSource;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.identity.OwnIssuer;
import org.trm.events.identity.TestIssuer;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Role;
import org.trm.query.EventLog;
import org.trm.query.TestDatabase;
import org.trm.query.access.NetworkMembers;

/** Readers are told over HTTP what changes for them, and of nothing else. */
class LiveTest {
    private static final TestIssuer ISSUER = new TestIssuer();

    private final HikariDataSource database = TestDatabase.fresh();
    private final EventLog log = new EventLog(database);
    private final List<Listener> listeners = new ArrayList<>();
    private ConfigurableApplicationContext service;

    @EnableAutoConfiguration
    @ComponentScan({"org.trm.query.live", "org.trm.query.access", "org.trm.query.web", "org.trm.query.history"})
    static class Parts {}

    @BeforeEach
    void start() {
        start("PT0.3S");
    }

    private void start(String heartbeat) {
        service = new SpringApplicationBuilder(Parts.class)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(
                            DataSource.class, () -> database, definition -> definition.setDestroyMethodName(""));
                    beans.registerBean(EventStore.class, log::store, definition -> definition.setDestroyMethodName(""));
                    beans.registerBean(Clock.class, Clock::systemUTC);
                    beans.registerBean(OwnIssuer.class, () -> ISSUER.asOwn());
                    beans.registerBean(
                            TomcatConnectorCustomizer.class,
                            () -> connector -> connector.setProperty("socket.txBufSize", "8192"));
                    beans.registerBean(
                            NetworkMembers.class, () -> network -> Set.of(CountryCode.of("RO"), CountryCode.of("MD")));
                })
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "trm.live.heartbeat=" + heartbeat,
                        "axon.axonserver.enabled=false",
                        "axon.serializer.general=jackson3",
                        "spring.flyway.enabled=false",
                        "spring.main.banner-mode=off")
                .run();
    }

    @AfterEach
    void stop() throws Exception {
        for (Listener listener : listeners) {
            listener.close();
        }
        service.close();
        log.store().shutDown();
        database.close();
    }

    private int port() {
        return ((WebServerApplicationContext) service).getWebServer().getPort();
    }

    private Listener listens(String token) throws Exception {
        return listens(token, null);
    }

    private Listener listens(String token, String lastEventId) throws Exception {
        soon().until(() -> statusOfHead(token) == 200);
        Listener listener = Listener.connect(port(), token, lastEventId);
        listeners.add(listener);
        return listener;
    }

    private int statusOfHead(String token) throws Exception {
        HttpRequest head = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/api/live"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(head, BodyHandlers.discarding()).statusCode();
    }

    /** Looked for often: there are many readers, and one is waited for after the other. */
    static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).pollInterval(10, MILLISECONDS).atMost(20, SECONDS);
    }

    private static String of(String country, Role role) {
        return ISSUER.token(role + " of " + country, country + "-NRM", role);
    }

    private static String focalPoint(String country) {
        return of(country, NATIONAL_FOCAL_POINT);
    }

    private static void awaitNews(Listener listener, CaseId id, long version, String... views) {
        String changed = "{\"caseId\":\"" + id + "\",\"version\":" + version + ",\"views\":[\""
                + String.join("\",\"", views) + "\"]}";
        soon().untilAsserted(() ->
                assertThat(listener.news()).extracting(Listener.Told::data).contains(changed));
    }

    /** Whatever was recorded before this has been told to whom it is told; this reader is one of those of Bulgaria. */
    private void everythingIsTold(Listener bulgaria) {
        Cases last = Cases.opened(log);
        soon().until(() -> bulgaria.news().stream().anyMatch(told -> told.isOf(last.id)));
    }

    /** Whoever comes after this has missed whatever was recorded before it; Albania has nothing to do with it. */
    private void everythingIsKnown() throws Exception {
        Listener albania = listens(focalPoint("AL"));
        long next = log.store().createHeadToken().position().orElseThrow() + 1;
        String known = service.getBean(Bookmarks.class).of(next);
        soon().until(() -> known.equals(albania.lastId()));
    }

    @Test
    void theHolderIsToldWhichViewsOfHerCaseChange() throws Exception {
        Listener bulgaria = listens(focalPoint("BG"));

        Cases told = Cases.opened(log);
        awaitNews(bulgaria, told.id, 1, "case", "timeline", "custody");
        told.needsAssessed();
        awaitNews(bulgaria, told.id, 2, "case", "timeline");
        told.drafted();
        awaitNews(bulgaria, told.id, 3, "case", "referrals", "timeline");
        assertThat(bulgaria.answer().headers().firstValue("Content-Type")).contains("text/event-stream;charset=UTF-8");
        assertThat(bulgaria.answer().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
    }

    @Test
    void theAddressedCountryHearsOfACaseFromItsSubmissionOnAndNothingThatIsTheHoldersAlone() throws Exception {
        Listener romania = listens(focalPoint("RO"));
        Listener bulgaria = listens(focalPoint("BG"));

        Cases told = Cases.opened(log).needsAssessed().drafted();
        everythingIsTold(bulgaria);
        assertThat(romania.news()).isEmpty();

        told.submitted();
        awaitNews(romania, told.id, 4, "case", "referrals", "timeline");
        told.indicatorsRecorded().needsAssessed();
        awaitNews(romania, told.id, 6, "case", "timeline");
        assertThat(romania.news()).noneMatch(one -> one.data().contains("\"version\":5"));

        told.withdrawn();
        awaitNews(romania, told.id, 7, "case", "referrals", "timeline");
        told.needsAssessed();
        everythingIsTold(bulgaria);
        assertThat(romania.news()).hasSize(3);
    }

    @Test
    void aCountryThatDeclinedIsToldOfThatAndOfNothingAfterwards() throws Exception {
        Listener romania = listens(focalPoint("RO"));
        Listener bulgaria = listens(focalPoint("BG"));

        Cases told = Cases.opened(log).drafted().submitted().declined();
        awaitNews(romania, told.id, 4, "case", "referrals", "timeline");
        int before = romania.news().size();
        told.needsAssessed().indicatorsRecorded();

        everythingIsTold(bulgaria);
        awaitNews(bulgaria, told.id, 6, "case", "timeline");
        assertThat(romania.news()).hasSize(before);
    }

    @Test
    void aFormerHolderIsToldOfItsReferralAndNotOfWhatTheNextHolderDoes() throws Exception {
        Listener romania = listens(focalPoint("RO"));
        Listener bulgaria = listens(focalPoint("BG"));
        Listener germany = listens(focalPoint("DE"));

        Cases told = Cases.opened(log).drafted().submitted().handedOver();
        awaitNews(bulgaria, told.id, told.version(), "case", "referrals", "timeline", "custody");
        awaitNews(romania, told.id, told.version(), "case", "referrals", "timeline", "custody");
        int before = bulgaria.news().size();
        told.needsAssessed();
        awaitNews(romania, told.id, told.version(), "case", "timeline");
        told.askedOn();
        awaitNews(germany, told.id, told.version(), "case", "referrals", "timeline");
        everythingIsTold(bulgaria);
        assertThat(bulgaria.news()).hasSize(before + 1);

        told.monitoringWaived();
        awaitNews(bulgaria, told.id, told.version(), "case", "referrals", "timeline");
        everythingIsTold(bulgaria);
        assertThat(germany.news()).noneMatch(one -> one.data().contains("\"version\":" + told.version()));
    }

    /** All that she missed is one hint, of the latest that she may see. */
    @Test
    void aFormerHolderWhoComesBackIsToldOfNothingThatHappenedAfterTheHandover() throws Exception {
        Listener bulgaria = listens(focalPoint("BG"));
        String lastId = bulgaria.lastId();
        bulgaria.close();
        Cases told = Cases.opened(log).drafted().submitted().handedOver();
        long handedOver = told.version();
        told.needsAssessed().askedOn();
        everythingIsKnown();
        Listener romania = listens(focalPoint("RO"));

        Listener again = listens(focalPoint("BG"), lastId);

        awaitNews(again, told.id, handedOver, "case", "timeline", "custody", "referrals");
        assertThat(again.news()).hasSize(1);
        assertThat(romania.news()).isEmpty();
    }

    @Test
    void whoSeesNoTimelineIsNotToldOfIt() throws Exception {
        Listener coordinator = listens(of("BG", NATIONAL_COORDINATOR));
        Listener auditor = listens(of("BG", AUDITOR));
        Listener another = listens(focalPoint("DE"));
        Listener manager = listens(of("BG", NGO_CASE_MANAGER));

        Cases told = Cases.opened(log);

        awaitNews(coordinator, told.id, 1, "case", "custody");
        awaitNews(auditor, told.id, 1, "case", "timeline", "custody");
        everythingIsTold(auditor);
        assertThat(another.news()).isEmpty();
        assertThat(manager.news()).isEmpty();
    }

    @Test
    void aRegionalCoordinatorIsToldOfTheCountriesOfHerNetwork() throws Exception {
        String token =
                ISSUER.sign(ISSUER.claims("regional", REGIONAL_COORDINATOR).claim("network", "SEE"));
        Listener coordinator = listens(token);
        Listener bulgaria = listens(focalPoint("BG"));
        Cases told = Cases.opened(log).drafted();
        everythingIsTold(bulgaria);
        assertThat(coordinator.news()).isEmpty();
        told.submitted();
        awaitNews(coordinator, told.id, 3, "case", "referrals");
    }

    @Test
    void whoComesBackIsToldWhatSheMissedEvenByAServiceThatWasRestarted() throws Exception {
        Listener bulgaria = listens(focalPoint("BG"));
        Cases before = Cases.opened(log);
        awaitNews(bulgaria, before.id, 1, "case", "timeline", "custody");
        soon().until(() -> bulgaria.all().get(bulgaria.all().size() - 1).name() == null);
        String lastId = bulgaria.lastId();
        bulgaria.close();
        service.close();
        Cases missed = Cases.opened(log).needsAssessed().drafted();
        start();

        Listener again = listens(focalPoint("BG"), lastId);

        awaitNews(again, missed.id, 3, "case", "timeline", "custody", "referrals");
        Cases after = Cases.opened(log);
        awaitNews(again, after.id, 1, "case", "timeline", "custody");
        assertThat(again.news()).hasSize(2);
    }

    @Test
    void whatSheMissedButMayNotSeeAnyMoreIsNotTold() throws Exception {
        Listener romania = listens(focalPoint("RO"));
        String lastId = romania.lastId();
        romania.close();
        Cases told = Cases.opened(log).drafted().submitted().needsAssessed().withdrawn();
        everythingIsKnown();

        Listener again = listens(focalPoint("RO"), lastId);

        awaitNews(again, told.id, 5, "case", "referrals", "timeline");
        assertThat(again.news()).hasSize(1);
    }

    @Test
    void whoWasAwayForTooLongOrComesWithNothingOfOursIsToldToReadEverythingAgain() throws Exception {
        Listener bulgaria = listens(focalPoint("BG"));
        String lastId = bulgaria.lastId();
        bulgaria.close();
        Cases.opened(log).needsAssessed(LiveHints.LOOK_BACK);
        Listener current = listens(focalPoint("BG"));
        everythingIsTold(current);

        for (String id : List.of(lastId, "1", "AAAAAAAAAAAAAAAAAAAAAA", "ü?")) {
            Listener again = listens(focalPoint("BG"), id);
            assertThat(again.news()).extracting(Listener.Told::name).containsExactly("reset");
            again.close();
            soon().until(() -> service.getBean(LiveHints.class).connected() == 1);
        }
    }

    @Test
    void aQuietConnectionIsKeptAliveAndItsIdsSayNothingOfWhatHappensElsewhere() throws Exception {
        Listener quiet = listens(focalPoint("DE"));
        int told = quiet.all().size();
        String id = quiet.lastId();
        soon().until(() -> quiet.all().size() >= told + 2);
        assertThat(quiet.lastId()).isEqualTo(id);

        Cases.opened(log);

        soon().until(() -> !quiet.lastId().equals(id));
        assertThat(quiet.news()).isEmpty();
        assertThat(quiet.lastId()).hasSize(22);
    }

    @Test
    void theConnectionEndsWithTheTokenAndWhenTheServiceStops() throws Exception {
        Listener longer = listens(focalPoint("BG"));
        Listener shorter = listens(ISSUER.sign(ISSUER.claims("brief", NATIONAL_FOCAL_POINT)
                .claim("country", "BG")
                .claim("org", "BG-NRM")
                .expirationTime(Date.from(Instant.now().plusSeconds(5)))));

        soon().until(shorter::isEnded);
        assertThat(longer.isEnded()).isFalse();
        service.close();
        soon().until(longer::isEnded);
    }

    @Test
    void onePersonIsNotConnectedAnyNumberOfTimes() throws Exception {
        for (int time = 0; time < LiveHints.MOST_OF_ONE; time++) {
            listens(focalPoint("BG"));
        }
        HttpResponse<?> once = Listener.ask(port(), focalPoint("BG"), null);
        assertThat(once.statusCode()).isEqualTo(429);
        assertThat(once.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(once.headers().firstValue("Retry-After")).hasValue("15");
        listens(focalPoint("RO"));

        listeners.get(0).close();
        soon().until(() -> service.getBean(LiveHints.class).connected() == LiveHints.MOST_OF_ONE);
        listens(focalPoint("BG"));
    }

    /** As a browser does whose tabs are closed and opened again, long before anything would be written to the old ones. */
    @Test
    void whoHasEndedAllHerConnectionsIsLetInAtOnce() throws Exception {
        service.close();
        start("PT1H");
        for (int time = 0; time < LiveHints.MOST_OF_ONE; time++) {
            listens(focalPoint("BG"));
        }
        for (Listener listener : listeners) {
            listener.close();
        }
        assertThat(service.getBean(LiveHints.class).connected()).isEqualTo(LiveHints.MOST_OF_ONE);
        listens(focalPoint("BG"));
        await().atMost(20, SECONDS).until(() -> service.getBean(LiveHints.class).connected() == 1);
    }

    /** The operating system keeps a little for her; then we keep a little, and then nothing more. */
    @Test
    void whoDoesNotListenIsSentAway() throws Exception {
        listens(focalPoint("RO"));
        LiveHints hints = service.getBean(LiveHints.class);
        try (Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(1_024);
            deaf.connect(new InetSocketAddress("127.0.0.1", port()));
            deaf.getOutputStream()
                    .write(("GET /api/live HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer " + focalPoint("BG")
                                    + "\r\n\r\n")
                            .getBytes(US_ASCII));
            soon().until(() -> hints.connected() == 2);
            for (int news = 0; news < 200_000 && hints.connected() == 2; news++) {
                CaseEvent opening = Cases.opening(new CaseId(UUID.randomUUID()));
                hints.happened(new Change(new Recorded<>(opening, 1, Instant.EPOCH, Actor.CLOCK), news, news));
            }
            assertThat(hints.connected()).isEqualTo(1);
        }
        assertTimeout(Duration.ofSeconds(10), service::close, "nobody is waited for who was sent away");
    }

    @Test
    void whoMayReadNoCaseIsNotConnected() throws Exception {
        assertThat(Listener.ask(port(), null, null).statusCode()).isEqualTo(401);
        String operator = ISSUER.sign(ISSUER.claims("operator", SYSTEM_OPERATOR));
        assertThat(Listener.ask(port(), operator, null).statusCode()).isEqualTo(403);
    }

    @Test
    void manyReadersHaveNeitherThreadsNorDatabaseConnectionsOfTheirOwn() throws Exception {
        listens(focalPoint("BG"));
        Cases.opened(log);
        int threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("HttpClient")
                        && !thread.getName().equals("listener"))
                .toList()
                .size();
        for (int reader = 0; reader < 60; reader++) {
            listens(ISSUER.token("reader " + reader, "BG-NRM", NATIONAL_FOCAL_POINT));
        }
        soon().until(() -> database.getHikariPoolMXBean().getActiveConnections() == 0);
        // The web server keeps at least ten threads for requests, whoever is connected.
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !thread.getName().startsWith("HttpClient")
                                && !thread.getName().equals("listener"))
                        .toList())
                .hasSizeLessThan(threads + 20);

        Cases told = Cases.opened(log);

        for (Listener listener : listeners) {
            awaitNews(listener, told.id, 1, "case", "timeline", "custody");
        }
    }

    @Test
    void theInterfaceIsDescribed() throws Exception {
        HttpResponse<String> document = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/v3/api-docs/query"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(document.body())
                .contains("\"/api/live\"", "text/event-stream", "Last-Event-ID")
                .doesNotContain("\"name\":\"scope\"", "\"name\":\"reader\"");
    }
}
