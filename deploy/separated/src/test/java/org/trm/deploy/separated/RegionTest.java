package org.trm.deploy.separated;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two nodes of each side, their proxy and their database, while they run and while they do not. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegionTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Chooses what the caseworkers do; given again, the same, as far as the machine allows. */
    private static final long SEED = Long.getLong("trm.separated.seed", System.nanoTime());

    /** Longer than any claim of a node lasts: a due time limit belongs to the node that claimed it for 20 seconds. */
    private static final Duration LONGER_THAN_A_CLAIM = Duration.ofSeconds(22);

    @TempDir
    static Path folder;

    static Region region;
    static Api api;
    static Client client;
    static Readers readers;

    @BeforeAll
    static void begin() throws Exception {
        assumeTrue(
                Proxy.program().isPresent(),
                "There is no nginx here: the services were not tried behind their proxy (Debian's package is nginx).");
        System.out.println("What the caseworkers do is that of -Dtrm.separated.seed=" + SEED);
        region = Region.begun(folder);
        api = new Api(region.proxy().url(), region.issuer());
        client = new Client(api, region.clock());
        readers = new Readers(api);
        romaniaAsksAfterAnHour();
    }

    @AfterAll
    static void end() throws Exception {
        if (region != null) {
            region.close();
        }
    }

    @Test
    @Order(1)
    void what_is_read_goes_to_the_query_side_and_everything_else_to_the_command_side() throws Exception {
        List<String> expected = new ArrayList<>();
        int before = requests().size();
        for (Node node : List.of(region.command(1), region.query(1))) {
            List<Integer> side = node == region.command(1)
                    ? List.of(region.command(1).port(), region.command(2).port())
                    : List.of(region.query(1).port(), region.query(2).port());
            JsonNode described = new Api(node.at("/"), region.issuer())
                    .send(api.asNobody(node.at("/v3/api-docs").toString()).GET())
                    .body();
            for (Map.Entry<String, JsonNode> path : described.path("paths").properties()) {
                for (String method : path.getValue().propertyNames()) {
                    String address = path.getKey()
                            .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
                    api.send(api.asNobody(address).method(method.toUpperCase(), BodyPublishers.ofString("")));
                    expected.add(method.toUpperCase() + " " + address + " " + side);
                }
            }
        }
        await().atMost(PATIENCE).until(() -> requests().size() == before + expected.size());

        List<JsonNode> went = requests().subList(before, before + expected.size());
        assertThat(expected).hasSizeGreaterThan(80);
        for (int i = 0; i < expected.size(); i++) {
            String port = went.get(i).path("nodes").asString().replaceAll(".*:", "");
            assertThat(expected.get(i))
                    .contains(went.get(i).path("path").asString())
                    .contains(port);
        }
    }

    private static List<JsonNode> requests() throws IOException {
        return region.proxy()
                .log()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    @Test
    @Order(2)
    void what_is_too_large_or_nobodys_business_does_not_reach_the_services() throws Exception {
        String documents = "/api/cases/" + UUID.randomUUID() + "/person/documents";
        assertThat(status("POST", "/api/cases", 1 << 20)).isEqualTo(401);
        assertThat(status("POST", documents, 6 << 20)).isEqualTo(401);
        for (Answer refused :
                List.of(answer("POST", "/api/cases", 1 + (1 << 20)), answer("POST", documents, 1 + (6 << 20)))) {
            assertThat(refused.code()).isEqualTo("BODY_TOO_LARGE");
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        assertThat(answer("GET", "/actuator/health", 0).code()).isEqualTo("NO_SUCH_RESOURCE");
        assertThat(answer("GET", "/problems/NOT_HOLDER", 0).code()).isEqualTo("NOT_HOLDER");
        assertThat(answer("GET", "/problems/NOT_YET_VISIBLE", 0).code()).isEqualTo("NOT_YET_VISIBLE");
        assertThat(answer("GET", "/problems/NOTHING_OF_THE_KIND", 0).code()).isEqualTo("NO_SUCH_RESOURCE");
    }

    @Test
    @Order(3)
    void nothing_that_somebody_sends_is_written_to_the_disk_of_the_proxy() throws Exception {
        String name = "Synthetic-" + UUID.randomUUID();
        int before = requests().size();
        api.send(api.asNobody("/api/cases?name=" + name).GET());
        api.send(api.asNobody("/api/cases").POST(BodyPublishers.ofString(name.repeat(20_000))));
        await().atMost(PATIENCE).until(() -> requests().size() == before + 2);

        assertThat(region.proxy().log()).doesNotContain(name);
        assertThat(region.proxy().errors()).doesNotContain(name);
        assertThat(region.proxy().warnings()).doesNotContain("temporary file");
    }

    private static int status(String method, String path, int bytes) throws Exception {
        return answer(method, path, bytes).status();
    }

    private static Answer answer(String method, String path, int bytes) throws Exception {
        return api.send(api.asNobody(path).method(method, BodyPublishers.ofByteArray(new byte[bytes])));
    }

    @Test
    @Order(4)
    void a_reader_who_is_connected_is_told_at_once() throws Exception {
        Queue<String> told = new ConcurrentLinkedQueue<>();
        HttpClient http = HttpClient.newHttpClient();
        CompletableFuture<HttpResponse<Stream<String>>> connection =
                http.sendAsync(api.as(Login.BG_FOCAL_POINT, "/api/live").GET().build(), BodyHandlers.ofLines());
        Stream<String> lines = connection.get(20, SECONDS).body();
        Thread listener = new Thread(() -> {
            try {
                lines.forEach(told::add);
            } catch (RuntimeException e) {
                // The connection is ended below.
            }
        });
        listener.setDaemon(true);
        listener.start();
        await().atMost(PATIENCE).until(() -> told.stream().anyMatch(line -> line.startsWith("id:")));

        Answer opened = client.done(client.act(Script.OPENING, null, null, Script.inTime(region.clock()), 0));

        await().atMost(5, SECONDS).until(() -> told.stream().anyMatch(line -> line.contains(opened.caseId())));
        lines.close();
    }

    @Test
    @Order(5)
    void the_nodes_share_the_views_out_among_themselves() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<String> owners = region.postgres().query("SELECT coalesce(owner, 'nobody') FROM views.token");
            Map<String, Long> shares =
                    owners.stream().collect(Collectors.groupingBy(owner -> owner, Collectors.counting()));
            long half = (owners.size() + 1) / 2;
            assertThat(shares).hasSize(2).doesNotContainKey("nobody");
            assertThat(shares.values()).allMatch(share -> share <= half);
        });
    }

    @Test
    @Order(6)
    void whatever_fails_everything_that_was_acknowledged_is_there_once() throws Exception {
        String shared = client.done(client.act(Script.OPENING, null, null, Script.inTime(region.clock()), 0))
                .caseId();
        Verifier verifier =
                new Verifier(region.proxy().url().resolve("/api/log"), logKey(), folder.resolve("verifier"));
        try (Load load = new Load(client, shared, SEED)) {
            load.acknowledges(100);
            for (int number : List.of(1, 2)) {
                killAndStartAgain(region.command(number), load);
                begin("timeline", region.query(number));
                killAndStartAgain(region.query(number), load);
                region.command(number).awaitReady();
                region.query(number).awaitReady();
                verifier.findsThatTheLogOnlyGrew();
            }
            stopAndStartTheDatabase(load);
            verifier.findsThatTheLogOnlyGrew();
            pause(region.command(1), region.query(1), load);
            load.acknowledges(100);
            load.end();
        }
        readers.awaitEverything();
        judge();
        verifier.findsThatTheLogOnlyGrew();
        Map<String, String> before = readers.told();
        readers.replayEveryView();
        assertThat(readers.told()).isEqualTo(before);
    }

    /** The shortest time that a procedure may give. */
    private static void romaniaAsksAfterAnHour() throws Exception {
        JsonNode procedure = api.send(api.as(Login.RO_FOCAL_POINT, "/api/directory/countries/RO")
                        .GET())
                .body()
                .path("procedure");
        ((ObjectNode) procedure.path("allowances").path("ARRIVAL").path("escalates"))
                .put("amount", 1)
                .put("unit", "HOURS");
        client.done(new Act(
                Login.RO_FOCAL_POINT,
                "/api/directory/countries/RO/procedures",
                procedure.toString(),
                UUID.randomUUID().toString(),
                0));
    }

    private static String logKey() throws Exception {
        return HttpClient.newHttpClient()
                .send(api.asNobody("/api/log/vkey").GET().build(), BodyHandlers.ofString())
                .body()
                .strip();
    }

    private static void killAndStartAgain(Node node, Load load) throws Exception {
        long killed = System.nanoTime();
        node.kill();
        load.acknowledges(60);
        tell(node + " is killed", killed);
        node.start();
    }

    private static void tell(String what, long since) {
        System.out.printf("%s: acts went on, after %d ms%n", what, (System.nanoTime() - since) / 1_000_000);
    }

    /** On this very node, so that it is under way there. */
    private static void begin(String view, Node node) throws Exception {
        Api direct = new Api(node.at("/"), region.issuer());
        Answer begun =
                direct.send(direct.as(Login.OPERATOR, Readers.replay(view)).POST(BodyPublishers.noBody()));
        assertThat(begun.status()).as("%s", begun).isEqualTo(202);
    }

    private static void stopAndStartTheDatabase(Load load) throws Exception {
        int before = api.exchanges().size();
        region.postgres().stop();
        await().atMost(PATIENCE).until(() -> turnedAway(before));
        long started = System.nanoTime();
        region.postgres().start();
        load.acknowledges(60);
        tell("the database is there again", started);
    }

    /** Whoever acts meanwhile is asked to come again. */
    private static boolean turnedAway(int before) {
        return api.exchanges().stream()
                .skip(before)
                .anyMatch(exchange -> exchange.answer() != null
                        && exchange.answer().status() == 503
                        && exchange.answer().headers().firstValue("Retry-After").isPresent());
    }

    private static void pause(Node command, Node query, Load load) throws Exception {
        long end = System.nanoTime() + LONGER_THAN_A_CLAIM.toNanos();
        command.pause();
        query.pause();
        try {
            load.acknowledges(60);
            tell(command + " and " + query + " hang", end - LONGER_THAN_A_CLAIM.toNanos());
            while (System.nanoTime() < end) {
                load.acknowledges(20);
            }
        } finally {
            command.resume();
            query.resume();
        }
    }

    private static void judge() throws Exception {
        List<Exchange> exchanges = api.exchanges();
        assertThat(exchanges).as("requests that were left without an answer").anyMatch(Exchange::uncertain);
        Inspector inspector = new Inspector(exchanges, readers.chronicles());
        inspector.everyActIsThereOnce();
        inspector.oneCountryIsResponsible();
        inspector.whatWasKnownBeforeCameBefore();
        // Those who were missed at the very end are asked after a little later.
        await().atMost(PATIENCE)
                .untilAsserted(() -> new Inspector(exchanges, readers.chronicles()).everyLimitPassedOnce());
        System.out.println(inspector.acknowledged() + " acts were acknowledged, and "
                + exchanges.stream().filter(Exchange::uncertain).count()
                + " requests were not answered, or asked again.");
    }

    @Test
    @Order(7)
    void nobody_is_turned_away_when_a_node_stops_that_was_taken_out_before() throws Exception {
        String shared = client.done(client.act(Script.OPENING, null, null, Script.inTime(region.clock()), 0))
                .caseId();
        try (Load load = new Load(client, shared, SEED + 100)) {
            load.acknowledges(20);
            int before = api.exchanges().size();
            for (Node node : List.of(region.command(2), region.query(2))) {
                region.proxy().takeOut(node);
                node.askToStop();
                // It could not say so if it did not answer any more.
                await().atMost(PATIENCE).until(() -> node.readiness().equals("OUT_OF_SERVICE"));
                assertThat(node.ended()).isEqualTo(143);
                load.acknowledges(20);
                node.start().awaitReady();
                region.proxy().takeAllIn();
            }
            load.acknowledges(20);
            // A connection that rests when the proxy is reloaded is closed under its client, who then has no answer;
            // and a case on
            // which everybody acts is busy now and then.
            assertThat(api.exchanges().stream()
                            .skip(before)
                            .filter(exchange -> exchange.act() != null && exchange.answer() != null)
                            .map(Exchange::answer)
                            .filter(Answer::later)
                            .map(Answer::code))
                    .allMatch("CASE_BUSY"::equals);
            load.end();
        }
    }
}
