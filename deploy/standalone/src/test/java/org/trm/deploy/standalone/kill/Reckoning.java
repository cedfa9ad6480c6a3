package org.trm.deploy.standalone.kill;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.trm.deploy.standalone.kill.Ledger.Entry;
import org.trm.deploy.standalone.kill.Store.Event;
import org.trm.deploy.standalone.kill.Store.Limit;
import tools.jackson.databind.JsonNode;

/** Compares, while no client acts, what the clients were told with what the program knows. */
final class Reckoning {
    static final String PROJECTIONS = "/api/admin/projections";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Ledger ledger;
    private final Api api;
    private final Store store;

    Reckoning(Ledger ledger, Api api, Store store) {
        this.ledger = ledger;
        this.api = api;
        this.store = store;
    }

    /** Each act has its events once, where its client was told; no event is another's. */
    void nothingIsLostAndNothingDoubled() {
        List<Event> events = store.events();
        Map<String, List<Event>> byCase = events.stream().collect(groupingBy(Event::caseId));
        SoftAssertions softly = new SoftAssertions();
        byCase.forEach((caseId, history) -> softly.assertThat(history.stream().map(Event::version))
                .as("versions of case %s", caseId)
                .containsExactlyElementsOf(upTo(history.size())));
        Map<String, List<Event>> byCommand = events.stream().collect(groupingBy(Event::commandId));
        Set<String> commands = new HashSet<>();
        for (Entry entry : ledger.entries()) {
            Event last = at(byCase, entry.answer());
            softly.assertThat(last).as("the event of %s", entry).isNotNull();
            if (last != null) {
                softly.assertThat(commands.add(last.commandId()))
                        .as("%s has an event that is another's too", entry)
                        .isTrue();
                once(softly, entry, byCommand.get(last.commandId()));
            }
        }
        softly.assertThat(byCommand.keySet()).as("who caused an event").isEqualTo(commands);
        softly.assertAll();
    }

    /** The events of one act are of different kinds and follow each other up to the version that its client was told. */
    private static void once(SoftAssertions softly, Entry entry, List<Event> events) {
        long version = entry.answer().version();
        softly.assertThat(events.stream().map(Event::version))
                .as("versions of %s", entry)
                .containsExactlyElementsOf(upTo(version).subList((int) version - events.size(), (int) version));
        softly.assertThat(events.stream().map(Event::type))
                .as("events of %s", entry)
                .doesNotHaveDuplicates();
        softly.assertThat(events.stream().map(Event::caseId))
                .containsOnly(entry.answer().caseId());
    }

    /** An act that is sent again with its key gets the answer that it got, and nothing more happens. */
    void toldAgain(List<Entry> entries) throws Exception {
        int before = store.events().size();
        for (Entry entry : entries) {
            assertThat(api.post(entry.act())).as("%s", entry.act()).isEqualTo(entry.answer());
        }
        assertThat(store.events()).hasSize(before);
    }

    /** The views take in what they missed, of themselves. */
    void viewsCatchUp() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Answer answer = api.get("operator", PROJECTIONS);
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
            assertThat(answer.body().path("items")).isNotEmpty().allSatisfy(view -> {
                assertThat(view.path("lagEvents").asLong(-1)).as("%s", view).isZero();
                assertThat(view.path("state").asString()).as("%s", view).isEqualTo("LIVE");
            });
        });
    }

    /** Every case is shown at its version, with the one country that is responsible, and its time limits run. */
    void everyCaseStandsWhereItsClientLeftIt() throws Exception {
        Map<String, Long> versions = store.events().stream().collect(toMap(Event::caseId, Event::version, Math::max));
        assertThat(versions).containsOnlyKeys(ledger.responsible().keySet());
        Map<String, Long> shown = new LinkedHashMap<>();
        Map<String, String> responsible = new LinkedHashMap<>();
        Set<Limit> limits = new HashSet<>();
        for (String caseId : versions.keySet()) {
            JsonNode status = api.get("see-coordinator", "/api/cases/" + caseId).body();
            shown.put(caseId, status.path("version").asLong());
            responsible.put(caseId, status.path("responsible").path("country").asString());
            status.path("deadlines").forEach(limit -> limits.add(limit(caseId, limit)));
        }
        assertThat(shown).containsExactlyInAnyOrderEntriesOf(versions);
        assertThat(responsible).containsExactlyInAnyOrderEntriesOf(ledger.responsible());
        assertThat(limits).isNotEmpty();
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<Limit> running = store.limits();
            assertThat(without(running, limits)).as("limits that run unseen").isEmpty();
            assertThat(without(limits, running)).as("limits that do not run").isEmpty();
        });
    }

    private static Set<Limit> without(Collection<Limit> some, Collection<Limit> others) {
        Set<Limit> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static Limit limit(String caseId, JsonNode limit) {
        return new Limit(
                caseId,
                limit.path("referralId").asString(caseId),
                limit.path("limit").asString());
    }

    private static Event at(Map<String, List<Event>> byCase, Answer answer) {
        List<Event> history = byCase.getOrDefault(answer.caseId(), List.of());
        return answer.version() < 1 || answer.version() > history.size()
                ? null
                : history.get((int) answer.version() - 1);
    }

    private static List<Long> upTo(long version) {
        List<Long> versions = new ArrayList<>();
        for (long v = 1; v <= version; v++) {
            versions.add(v);
        }
        return versions;
    }
}
