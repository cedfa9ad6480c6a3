package org.trm.deploy.standalone.sight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.trm.deploy.standalone.sight.Cell.Expected;
import org.trm.events.CaseEvent;
import org.trm.events.IntakeEvent.CaseOpened;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent.CustodyTransferred;
import org.trm.events.ReferralEvent.ReferralDrafted;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Responsible;
import org.trm.query.casestatus.Stage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** The ways in which one can look at a case. */
enum Question {
    STATUS("where it stands", true, true) {
        @Override
        void check(Looking.Glance glance, CountryCode reader, Expected expected) {
            JsonNode status = one(glance, reader, expected, "/api/cases/{case}");
            if (status != null) {
                assertThat(status.path("responsible").path("country").asString("-"))
                        .as("responsible")
                        .isEqualTo(expected.responsible());
                assertThat(status.path("stage").asString("-")).as("stage").isEqualTo(expected.stage());
                assertThat(status.path("identification").asString("-"))
                        .as("identification")
                        .isEqualTo(expected.identification());
                boolean knows = !expected.identification().equals("-");
                for (String state : List.of("reflection", "safety", "open")) {
                    assertThat(status.path(state).isNull()).as(state).isNotEqualTo(knows);
                }
                assertThat(status.path("country").asString()).isEqualTo(reader.value());
            }
        }
    },
    MINIMAL_DATA("what is known of the person", true, true) {
        @Override
        void check(Looking.Glance glance, CountryCode reader, Expected expected) {
            JsonNode status = one(glance, reader, expected, "/api/cases/{case}");
            if (status != null) {
                boolean withheld = expected.urgency().equals("-");
                assertThat(status.path("minimalDataSet").path("urgency").asString("-"))
                        .isEqualTo(expected.urgency());
                assertThat(status.path("minor").isNull()).isEqualTo(withheld);
                assertThat(texts(status.path("withheld")).contains("minimalDataSet"))
                        .isEqualTo(withheld);
            }
        }
    },
    REFERRALS("its referrals in short", true, true) {
        @Override
        void check(Looking.Glance glance, CountryCode reader, Expected expected) {
            JsonNode status = one(glance, reader, expected, "/api/cases/{case}");
            if (status != null) {
                assertThat(referrals(status.path("referrals"))).isEqualTo(expected.referrals());
            }
        }
    },
    REFERRALS_AT_LENGTH("its referrals at length", true, true) {
        @Override
        void check(Looking.Glance glance, CountryCode reader, Expected expected) {
            JsonNode answer = one(glance, reader, expected, "/api/cases/{case}/referrals");
            if (answer != null) {
                assertThat(referrals(answer.path("referrals"))).isEqualTo(expected.referrals());
            }
        }
    },
    TIMELINE("its timeline", true, true) {
        @Override
        void check(Looking.Glance glance, CountryCode reader, Expected expected) {
            JsonNode answer = answered(glance, reader, expected, "/api/cases/{case}/timeline?limit=200");
            if (answer != null) {
                List<JsonNode> entries = stream(answer.path("items")).toList();
                assertThat(entries.stream()
                                .map(entry -> entry.path("version").asLong())
                                .toList())
                        .isEqualTo(glance.known(reader).stream()
                                .map(Recorded::version)
                                .toList());
            }
        }
    },
    TIMELINE_CSV("its timeline as CSV", true, true) {
        @Override
        void check(Looking.Glance glance, CountryCode reader, Expected expected) {
            if (!expected.isNothing()) {
                assertThat(csv(glance.get(reader, "/api/cases/{case}/timeline", "text/csv"))
                                .map(line -> line.get("version"))
                                .toList())
                        .isEqualTo(versions(glance, reader));
            }
        }
    },
    TIMELINE_NDJSON("its timeline as JSON lines", true, true) {
        @Override
        void check(Looking.Glance glance, CountryCode reader, Expected expected) {
            if (!expected.isNothing()) {
                assertThat(ndjson(glance.get(reader, "/api/cases/{case}/timeline", "application/x-ndjson"))
                                .map(line -> line.get("version"))
                                .toList())
                        .isEqualTo(versions(glance, reader));
            }
        }
    },
    ANYTHING("anything that names a referral of others", true, true) {
        @Override
        void check(Looking.Glance glance, CountryCode reader, Expected expected) {
            Set<String> hidden = glance.referrals();
            glance.known(reader).stream()
                    .map(Recorded::event)
                    .filter(ReferralDrafted.class::isInstance)
                    .forEach(event ->
                            hidden.remove(((ReferralDrafted) event).referralId().toString()));
            for (String path : List.of("", "/referrals", "/custody", "/timeline?limit=200")) {
                String answer = glance.get(reader, "/api/cases/{case}" + path, "application/json")
                        .body();
                assertThat(hidden).allSatisfy(id -> assertThat(answer).doesNotContain(id));
            }
        }
    },
    CUSTODY("who has been responsible", true, true) {
        @Override
        void check(Looking.Glance glance, CountryCode reader, Expected expected) {
            JsonNode answer = one(glance, reader, expected, "/api/cases/{case}/custody");
            if (answer != null) {
                List<JsonNode> links = stream(answer.path("custodies")).toList();
                assertThat(links.stream()
                                .map(link -> link.path("country").asString())
                                .toList())
                        .isEqualTo(glance.known(reader).stream()
                                .flatMap(Question::becameResponsible)
                                .map(CountryCode::value)
                                .toList());
                for (int i = 1; i < links.size(); i++) {
                    String from = links.get(i - 1).path("country").asString();
                    String to = links.get(i).path("country").asString();
                    boolean knows = expected.relation().equals("HOLDER")
                            || expected.referrals().contains(from + ">" + to + ":HANDED_OVER");
                    assertThat(links.get(i).path("referralId").isNull()).isNotEqualTo(knows);
                    assertThat(links.get(i).path("acknowledgements").isEmpty()).isNotEqualTo(knows);
                }
            }
        }
    },
    CASES("the list of cases", false, false) {
        @Override
        void check(Looking.Glance glance, CountryCode reader, Expected expected) {
            inList(list(glance, reader, "/api/cases?limit=200"), expected);
        }
    },
    CASES_CSV("the list of cases as CSV", false, false) {
        @Override
        void check(Looking.Glance glance, CountryCode reader, Expected expected) {
            inList(csv(glance, reader, "/api/cases"), expected);
        }
    },
    CASES_NDJSON("the list of cases as JSON lines", false, false) {
        @Override
        void check(Looking.Glance glance, CountryCode reader, Expected expected) {
            inList(ndjson(glance, reader, "/api/cases"), expected);
        }
    },
    CASES_FILTERED("what a filter of the list of cases betrays", false, false) {
        @Override
        void check(Looking.Glance glance, CountryCode reader, Expected expected) {
            for (Stage stage : Stage.values()) {
                assertThat(list(glance, reader, "/api/cases?limit=200&stage=" + stage))
                        .as("of stage " + stage)
                        .hasSize(stage.name().equals(expected.stage()) ? 1 : 0);
            }
            for (String country : List.of("BG", "RO", "DE", "AL")) {
                assertThat(list(glance, reader, "/api/cases?limit=200&country=" + country))
                        .as("held by " + country)
                        .hasSize(country.equals(expected.responsible()) ? 1 : 0);
            }
            for (Map<String, String> line : list(glance, reader, "/api/cases?limit=200")) {
                assertThat(list(
                                glance,
                                reader,
                                "/api/cases?limit=200&reference=" + URLEncoder.encode(line.get("reference"), UTF_8)))
                        .hasSize(1);
            }
        }
    },
    LINES("the inbox and the outbox", true, false) {
        @Override
        void check(Looking.Glance glance, CountryCode reader, Expected expected) {
            assertThat(referrals(list(glance, reader, "/api/referrals?limit=200")))
                    .containsExactlyInAnyOrderElementsOf(expected.referralsOf(reader));
        }
    },
    LINES_CSV("the inbox and the outbox as CSV", true, false) {
        @Override
        void check(Looking.Glance glance, CountryCode reader, Expected expected) {
            assertThat(referrals(csv(glance, reader, "/api/referrals")))
                    .containsExactlyInAnyOrderElementsOf(expected.referralsOf(reader));
        }
    },
    LINES_NDJSON("the inbox and the outbox as JSON lines", true, false) {
        @Override
        void check(Looking.Glance glance, CountryCode reader, Expected expected) {
            assertThat(referrals(ndjson(glance, reader, "/api/referrals")))
                    .containsExactlyInAnyOrderElementsOf(expected.referralsOf(reader));
        }
    },
    LINES_FILTERED("what a filter of the inbox betrays", true, false) {
        @Override
        void check(Looking.Glance glance, CountryCode reader, Expected expected) {
            List<String> own = expected.referralsOf(reader);
            assertThat(referrals(list(glance, reader, "/api/referrals?limit=200&direction=incoming")))
                    .containsExactlyInAnyOrderElementsOf(own.stream()
                            .filter(referral -> referral.contains(">" + reader))
                            .toList());
            assertThat(referrals(list(glance, reader, "/api/referrals?limit=200&direction=outgoing")))
                    .containsExactlyInAnyOrderElementsOf(own.stream()
                            .filter(referral -> referral.startsWith(reader.value()))
                            .toList());
            List<String> states = Stream.concat(
                            Stream.of("DRAFT", "SUBMITTED"),
                            own.stream().map(referral -> referral.substring(referral.indexOf(':') + 1)))
                    .distinct()
                    .toList();
            for (String state : states) {
                assertThat(referrals(list(glance, reader, "/api/referrals?limit=200&state=" + state)))
                        .containsExactlyInAnyOrderElementsOf(own.stream()
                                .filter(referral -> referral.endsWith(":" + state))
                                .toList());
            }
        }
    };

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final CsvMapper CSV = CsvMapper.builder().build();

    private final String name;
    private final boolean ofThePast;
    private final boolean byVersion;

    Question(String name, boolean ofThePast, boolean byVersion) {
        this.name = name;
        this.ofThePast = ofThePast;
        this.byVersion = byVersion;
    }

    /** Whether it can be asked as of an instant. */
    boolean ofThePast() {
        return ofThePast;
    }

    /** Whether it can be asked as of a version of the case. */
    boolean byVersion() {
        return byVersion;
    }

    abstract void check(Looking.Glance glance, CountryCode reader, Expected expected);

    @Override
    public String toString() {
        return name;
    }

    private static Stream<CountryCode> becameResponsible(Recorded<CaseEvent> recorded) {
        return Stream.of(recorded.event())
                .map(event -> event instanceof CaseOpened opened
                        ? opened.responsible()
                        : event instanceof CustodyTransferred moved ? moved.to() : null)
                .filter(Objects::nonNull)
                .map(Responsible::country);
    }

    private static List<String> versions(Looking.Glance glance, CountryCode reader) {
        return glance.known(reader).stream()
                .map(recorded -> Long.toString(recorded.version()))
                .toList();
    }

    /** The answer about one case; null when there is none, in which case it is that of what does not exist. */
    private static JsonNode one(Looking.Glance glance, CountryCode reader, Expected expected, String path) {
        JsonNode body = answered(glance, reader, expected, path);
        if (body != null) {
            assertThat(body.path("relation").asString()).isEqualTo(expected.relation());
        }
        return body;
    }

    private static JsonNode answered(Looking.Glance glance, CountryCode reader, Expected expected, String path) {
        HttpResponse<String> answer = glance.get(reader, path, "application/json");
        if (expected.isNothing()) {
            Looking.Glance none = expected.isBeyond() ? glance.ofAVersionThatIsNone() : glance.ofACaseThatIsNone();
            HttpResponse<String> ofNone = none.get(reader, path, "application/json");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected.isBeyond() ? 400 : 404);
            assertThat(anonymous(answer.body())).isEqualTo(anonymous(ofNone.body()));
            assertThat(headers(answer)).isEqualTo(headers(ofNone));
            return null;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** Without what concerns the connection alone. */
    private static Set<String> headers(HttpResponse<String> answer) {
        Set<String> names = new HashSet<>(answer.headers().map().keySet());
        names.remove("connection");
        names.remove("keep-alive");
        return names;
    }

    private static String anonymous(String problem) {
        return problem.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "{case}");
    }

    private static void inList(List<Map<String, String>> lines, Expected expected) {
        assertThat(lines).hasSize(expected.isNothing() ? 0 : 1);
        for (Map<String, String> line : lines) {
            assertThat(line)
                    .containsEntry("relation", expected.relation())
                    .containsEntry("responsibleCountry", expected.responsible())
                    .containsEntry("stage", expected.stage())
                    .containsEntry("identification", expected.identification());
            assertThat(line.get("safety").equals("-"))
                    .isEqualTo(expected.identification().equals("-"));
        }
    }

    /** The lines of a list that are about the case, with a dash for what is withheld. */
    private static List<Map<String, String>> list(Looking.Glance glance, CountryCode reader, String path) {
        JsonNode answer = glance.json(reader, path);
        assertThat(answer.path("next").isNull()).as("the whole list: " + answer).isTrue();
        return lines(stream(answer.path("items")).map(Question::flat), glance);
    }

    private static List<Map<String, String>> ndjson(Looking.Glance glance, CountryCode reader, String path) {
        return lines(ndjson(glance.get(reader, path, "application/x-ndjson")), glance);
    }

    private static Stream<Map<String, String>> ndjson(HttpResponse<String> answer) {
        return answer.body().lines().map(JSON::readTree).map(Question::flat);
    }

    private static List<Map<String, String>> csv(Looking.Glance glance, CountryCode reader, String path) {
        return lines(csv(glance.get(reader, path, "text/csv")), glance);
    }

    private static Stream<Map<String, String>> csv(HttpResponse<String> answer) {
        List<Map<String, String>> lines = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(answer.body())
                .readAll();
        lines.forEach(line -> line.replaceAll((column, value) -> value.isEmpty() ? "-" : value));
        return lines.stream();
    }

    private static List<Map<String, String>> lines(Stream<Map<String, String>> lines, Looking.Glance glance) {
        return lines.filter(line -> line.get("caseId").equals(glance.caseId.toString()))
                .toList();
    }

    private static Map<String, String> flat(JsonNode line) {
        Map<String, String> flat = new HashMap<>();
        line.properties()
                .forEach(property ->
                        flat.put(property.getKey(), property.getValue().asString("-")));
        return flat;
    }

    private static List<String> referrals(JsonNode referrals) {
        return referrals(stream(referrals).map(Question::flat).toList());
    }

    private static List<String> referrals(List<Map<String, String>> referrals) {
        List<String> all = new ArrayList<>();
        for (Map<String, String> referral : referrals) {
            all.add(referral.get("from") + ">" + referral.get("to") + ":" + referral.get("state"));
        }
        return all;
    }

    private static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asString).filter(Objects::nonNull).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
