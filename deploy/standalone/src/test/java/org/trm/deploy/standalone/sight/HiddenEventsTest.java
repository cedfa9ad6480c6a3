package org.trm.deploy.standalone.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.AL;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.DE;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.events.types.Relation.ADDRESSED;
import static org.trm.events.types.Relation.FORMERLY_ADDRESSED;
import static org.trm.events.types.Relation.FORMER_HOLDER;

import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trm.command.casefile.Walk;
import org.trm.deploy.standalone.views.Retold;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Relation;
import org.trm.query.access.Relations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event that a country may not know of changes nothing that the country is shown, in cases that go anywhere: not a
 * byte of any answer, of any list, and of any entity tag. The one exception is the version of the case, which who is asked
 * is told so that an act can be made conditional.
 */
class HiddenEventsTest {
    private static final List<CountryCode> COUNTRIES = List.of(BG, RO, DE, AL);
    private static final int WALKS = 300;
    private static final int STEPS = 22;

    /** Those in which most is hidden from countries of one relation. */
    private static final int CASES = 1;

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> QUESTIONS = List.of(
            "/api/cases/{case}",
            "/api/cases/{case}/referrals",
            "/api/cases/{case}/timeline?limit=200",
            "/api/cases/{case}/custody",
            "/api/cases?limit=200&reference={reference}",
            "/api/referrals?limit=200");

    private record Ranked(List<Recorded<CaseEvent>> walk, int hidden) {}

    @Test
    void an_event_that_a_country_may_not_know_of_changes_nothing_that_it_is_shown() {
        List<List<Recorded<CaseEvent>>> walks =
                new Random(10).longs(WALKS).mapToObj(HiddenEventsTest::walk).toList();
        Map<Relation, Integer> hidden = new EnumMap<>(Relation.class);
        try (Looking looking = new Looking()) {
            for (Relation relation : List.of(FORMER_HOLDER, ADDRESSED, FORMERLY_ADDRESSED)) {
                walks.stream()
                        .map(walk -> new Ranked(walk, hiddenFrom(relation, walk)))
                        .sorted(Comparator.comparing(Ranked::hidden).reversed())
                        .limit(CASES)
                        .forEach(ranked -> watch(looking, Retold.of(ranked.walk(), Looking.freshId()), hidden));
            }
        }
        assertThat(List.of(FORMER_HOLDER, ADDRESSED, FORMERLY_ADDRESSED))
                .allSatisfy(relation -> assertThat(hidden.getOrDefault(relation, 0))
                        .as(relation + " of " + hidden)
                        .isGreaterThanOrEqualTo(10));
    }

    private static List<Recorded<CaseEvent>> walk(long seed) {
        Walk walk = new Walk(seed);
        for (int step = 0; step < STEPS; step++) {
            walk.step();
        }
        return List.copyOf(walk.history());
    }

    /** From how many events of the case one sees whether they are kept from a country of this relation. */
    private static int hiddenFrom(Relation relation, List<Recorded<CaseEvent>> history) {
        Relations relations = Relations.NONE;
        int hidden = 0;
        for (Recorded<CaseEvent> recorded : history) {
            relations = relations.after(recorded);
            for (CountryCode country : COUNTRIES) {
                boolean isSo = relations.of(country) == relation;
                hidden += isSo && !knows(country, recorded, history) ? 1 : 0;
            }
        }
        return hidden;
    }

    private static boolean knows(CountryCode country, Recorded<CaseEvent> recorded, List<Recorded<CaseEvent>> history) {
        List<Recorded<CaseEvent>> sofar = history.subList(0, (int) recorded.version());
        return recorded.actor().actsFor(country) || MayKnow.of(sofar, country).contains(recorded.version());
    }

    private static void watch(Looking looking, List<Recorded<CaseEvent>> history, Map<Relation, Integer> hidden) {
        Map<CountryCode, List<String>> shown = new HashMap<>();
        Collection<CountryCode> concerned = Relations.over(history).countries();
        for (Recorded<CaseEvent> recorded : history) {
            looking.append(List.of(recorded));
            for (CountryCode country : concerned) {
                List<String> before = shown.get(country);
                List<String> after = shown(looking, recorded.event().caseId(), country);
                if (before != null && !knows(country, recorded, history)) {
                    assertThat(after).as(country + " after " + recorded).isEqualTo(before);
                    hidden.merge(relation(after), 1, Integer::sum);
                }
                shown.put(country, after);
            }
        }
    }

    private static List<String> shown(Looking looking, CaseId caseId, CountryCode country) {
        String reference =
                CaseReference.of(BG, caseId).value().replace("*", "%2A").replace("=", "%3D");
        List<String> shown = QUESTIONS.stream()
                .map(path -> path.replace("{case}", caseId.toString()).replace("{reference}", reference))
                .map(path -> looking.get(country, path))
                .flatMap(answer -> shown(answer, caseId))
                .toList();
        return isAsked(relation(shown).name())
                ? shown.stream().filter(text -> !text.startsWith("\"")).toList()
                : shown;
    }

    private static Stream<String> shown(HttpResponse<String> answer, CaseId caseId) {
        JsonNode body = JSON.readTree(answer.body());
        if (body.path("items") instanceof ArrayNode items) {
            items.removeIf(
                    item -> !item.path("caseId").asString(caseId.toString()).equals(caseId.toString()));
        }
        withoutVersionOfCase(body);
        body.path("items").forEach(HiddenEventsTest::withoutVersionOfCase);
        return Stream.of(answer.statusCode() + " " + body, tag(answer));
    }

    /** The version and, with it, the entity tag are told to who is asked and may act. */
    private static void withoutVersionOfCase(JsonNode told) {
        if (told instanceof ObjectNode object && isAsked(object.path("relation").asString(""))) {
            object.remove("version");
        }
    }

    private static boolean isAsked(String relation) {
        return relation.equals(ADDRESSED.name());
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElse("");
    }

    private static Relation relation(List<String> shown) {
        return Stream.of(Relation.values())
                .filter(relation -> shown.get(0).contains("\"relation\":\"" + relation + "\""))
                .findFirst()
                .orElse(Relation.NONE);
    }
}
