package org.trm.deploy.standalone.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.AL;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.DE;
import static org.trm.command.casefile.Countries.RO;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trm.events.types.CountryCode;

/** What a country might find out beside what it is shown: by counting, by waiting, and by what is refused. */
class HiddenTest {
    private static Looking looking;

    @BeforeAll
    static void tell() {
        looking = Looking.at(Map.of(
                "declined", Tellings.ALL.get("declined"),
                "forwarded", Tellings.ALL.get("forwarded"),
                "handed on", Tellings.ALL.get("handed on")));
    }

    @AfterAll
    static void close() {
        looking.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/referrals", "/timeline", "/custody"})
    void a_country_whose_part_is_over_cannot_count_what_came_after(String part) {
        for (Past past : List.of(
                new Past(RO, looking.live("declined, goes on")),
                new Past(RO, looking.live("forwarded, proposed asked")),
                new Past(BG, looking.live("handed on, goes on")),
                new Past(RO, looking.live("handed on, goes on")))) {
            String path = "/api/cases/{case}" + part;
            long told = past.told();
            long reached = past.glance().version();
            assertThat(told).isLessThan(reached);
            assertThat(past.get(path + "?asOf=" + told).statusCode()).isEqualTo(200);
            String beyond = past.get(path + "?asOf=" + (reached + 1)).body();
            for (long version = told + 1; version <= reached; version++) {
                HttpResponse<String> answer = past.get(path + "?asOf=" + version);
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body()).isEqualTo(beyond).contains("the last one is " + told);
            }
        }
    }

    @Test
    void a_country_that_acted_is_told_the_version_that_its_act_led_to() {
        Past forwarded = new Past(RO, looking.live("forwarded, forwarded"));

        assertThat(forwarded.told()).isEqualTo(forwarded.glance().version());
    }

    @Test
    void waiting_for_a_version_tells_neither_that_a_case_is_there_nor_how_far_it_has_come() {
        Looking.Glance declined = looking.live("declined, goes on");
        Past former = new Past(RO, declined);
        long told = former.told();
        List<CompletableFuture<Waited>> asked = List.of(
                waits(former, told + 1),
                waits(former, declined.version() + 1),
                waits(new Past(AL, declined), 1),
                waits(new Past(AL, declined), declined.version() + 1),
                waits(new Past(AL, declined.ofACaseThatIsNone()), 1));
        for (CompletableFuture<Waited> waiting : asked) {
            Waited waited = waiting.join();
            assertThat(waited.answer().statusCode()).isEqualTo(503);
            assertThat(waited.answer().headers().firstValue("Retry-After")).contains("1");
            assertThat(waited.problem()).isEqualTo(asked.get(0).join().problem());
            assertThat(waited.time()).isBetween(Duration.ofMillis(2_900), Duration.ofSeconds(20));
        }
        assertThat(former.get("/api/cases/{case}?atLeastVersion=" + told).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_moment_to_come_is_refused_to_who_sees_the_case_and_the_case_denied_to_who_does_not() {
        String later = "asOf=" + Instant.now().plusSeconds(3_600);
        Looking.Glance declined = looking.live("declined, goes on");

        assertThat(new Past(BG, declined).get("/api/cases/{case}?" + later).statusCode())
                .isEqualTo(400);
        assertThat(new Past(AL, declined).get("/api/cases/{case}?" + later).statusCode())
                .isEqualTo(404);
        for (CountryCode country : List.of(BG, AL)) {
            assertThat(new Past(country, declined)
                            .get("/api/referrals?" + later)
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void the_proposed_country_does_not_learn_who_proposed_it() {
        Past proposed = new Past(DE, looking.live("forwarded, proposed asked"));
        for (String path : List.of(
                "/api/cases/{case}",
                "/api/cases/{case}/referrals",
                "/api/cases/{case}/timeline",
                "/api/cases/{case}/custody")) {
            assertThat(proposed.get(path).body().replace("\"citizenship\":\"RO\"", ""))
                    .as(path)
                    .doesNotContain("\"RO\"", "RO-NRM")
                    .doesNotContainPattern("(?<!citizenship: )Romania(?!n)");
        }
    }

    @Test
    void a_question_that_there_is_not_is_refused_to_everyone_alike() {
        Looking.Glance declined = looking.live("declined, goes on");

        for (CountryCode country : List.of(BG, AL)) {
            assertThat(new Past(country, declined).get("/api/cases?q=x").statusCode())
                    .isEqualTo(400);
        }
    }

    private static CompletableFuture<Waited> waits(Past past, long version) {
        return CompletableFuture.supplyAsync(() -> {
            long begun = System.nanoTime();
            HttpResponse<String> answer = past.get("/api/cases/{case}?atLeastVersion=" + version);
            return new Waited(answer, Duration.ofNanos(System.nanoTime() - begun));
        });
    }

    private record Waited(HttpResponse<String> answer, Duration time) {
        /** Without what the one who asks said herself. */
        String problem() {
            return answer.body()
                    .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "{case}")
                    .replaceAll("Version \\d+", "Version n");
        }
    }

    private record Past(CountryCode country, Looking.Glance glance) {
        HttpResponse<String> get(String path) {
            return glance.get(country, path, "application/json");
        }

        long told() {
            return glance.json(country, "/api/cases/{case}").path("version").asLong();
        }
    }
}
