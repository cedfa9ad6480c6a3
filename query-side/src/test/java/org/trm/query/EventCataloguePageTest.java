package org.trm.query;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trm.events.CaseEvent;
import org.trm.events.DirectoryEvent;
import org.trm.events.Samples;
import org.trm.events.golden.Golden;
import org.trm.events.pages.GeneratedPage;
import org.trm.events.pages.Sayings;
import org.trm.events.types.Code;
import org.trm.events.types.Id;
import org.trm.events.types.Optional;
import org.trm.events.wiring.EventCatalogue;
import org.trm.query.access.Audience;

/** The page on which every event is described as it is stored, for who must read the table without this software. */
class EventCataloguePageTest {
    private static final Sayings SAYINGS = Sayings.of("shared-events/src/main/java", "query-side/src/main/java");
    private static final Map<Class<?>, String> PLAIN = Map.of(
            boolean.class, "true or false",
            int.class, "number",
            Long.class, "number",
            Instant.class, "instant",
            LocalDate.class, "date",
            UUID.class, "UUID",
            String.class, "text",
            DayOfWeek.class, "day of the week, such as `SUNDAY`");

    private final GeneratedPage page = new GeneratedPage("event-catalogue.md", "Event catalogue");
    private final Map<String, Class<?>> values = new TreeMap<>();

    @Test
    void thePageSaysHowEveryEventIsStored() {
        page.paragraph("""
                Everything that the mechanism knows is an event in the table `events.domain_event`, which refuses any \
                change but that what is sealed is taken out of it after the person was erased. This page describes the payload of each, so that it can be read in thirty years by who has the \
                table and nothing else. Column `payload_type` holds the logical name, `payload_revision` the revision, \
                `payload` the fields below as JSON in UTF-8, in this order, and `metadata` who acted and why.""");
        page.paragraph("""
                A field that is optional and has no value is left out; every other is always there. Instants are UTC \
                by ISO 8601, dates are days without a time zone, codes are stored by their name, lists of codes in the \
                order of their vocabulary. Nothing in an event names a person.""");
        page.paragraph("Who may see an event of a case, by the relation of the reader's country to the case:");
        Arrays.stream(Audience.values())
                .forEach(audience -> page.item("`" + audience + "`: " + SAYINGS.of(Audience.class, audience.name())));
        page.heading(2, "What an event of a case is").paragraph(SAYINGS.of(CaseEvent.class));
        page.heading(2, "Metadata").paragraph("The same for every event, as canonical JSON (RFC 8785). An example:");
        page.code("json", new String(Golden.metadata(), StandardCharsets.UTF_8).replace(",", ",\n "));
        page.paragraph("\n`actor.kind` is one of `person`, `service`, `clock` and `migration`; the last two are the "
                + "mechanism itself and have neither organisation nor country nor role. `rules` is the version of the "
                + "mechanism's own rules, `procedure` that of the country's that was applied.");
        page.paragraph(
                "\nAs it is stored it has one member more, `mac`: the code by which the mechanism knows the event as its "
                        + "own. It says nothing to who has not its keys. What was recorded before there were codes has its code in the "
                        + "table `events.earlier_code`.");
        families().forEach(this::family);
        family(DirectoryEvent.class);
        page.heading(2, "Values").paragraph("What the fields are made of.");
        values();
        page.check();
    }

    private static Stream<Class<?>> families() {
        return Stream.of(CaseEvent.class.getPermittedSubclasses());
    }

    private void family(Class<?> family) {
        String name = family.getSimpleName().replaceAll("Event$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        page.heading(2, name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT))
                .paragraph(SAYINGS.of(family));
        EventCatalogue.events(family).forEach(this::event);
    }

    private void event(Class<?> event) {
        page.heading(3, event.getSimpleName())
                .paragraph(SAYINGS.of(event))
                .paragraph("Stored as `" + EventCatalogue.nameOf(event) + "`, revision "
                        + EventCatalogue.revisionOf(event) + ". Seen by " + audience(Samples.full(event)) + ".");
        fields(event);
    }

    private void fields(Class<?> record) {
        page.table(
                List.of("field", "holds", ""),
                Stream.of(record.getRecordComponents()).map(this::field).toList());
    }

    private List<String> field(RecordComponent field) {
        String optional = field.isAnnotationPresent(Optional.class) ? "optional" : "";
        String said = SAYINGS.of(field.getDeclaringRecord(), field.getName());
        return List.of(
                "`" + field.getName() + "`",
                holds(field.getGenericType()),
                optional + (optional.isEmpty() || said.isEmpty() ? "" : "; ") + said);
    }

    private String holds(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class ? holds(of[1]) + " by " + holds(of[0]) : "list of " + holds(of[0]);
        }
        Class<?> value = (Class<?>) type;
        if (PLAIN.containsKey(value)) {
            return PLAIN.get(value);
        }
        values.put(value.getSimpleName(), value);
        return "[" + value.getSimpleName() + "](#" + value.getSimpleName().toLowerCase(Locale.ROOT) + ")";
    }

    /** Describing one value may bring up another. */
    private void values() {
        Map<String, Class<?>> described = new TreeMap<>();
        while (!described.keySet().containsAll(values.keySet())) {
            described.putAll(values);
            described.values().stream()
                    .filter(Class::isRecord)
                    .flatMap(value -> Stream.of(value.getRecordComponents()))
                    .forEach(field -> holds(field.getGenericType()));
        }
        described.values().forEach(this::value);
    }

    private void value(Class<?> value) {
        page.heading(3, value.getSimpleName()).paragraph(SAYINGS.of(value));
        if (value.isEnum()) {
            codes(value);
        } else if (Code.class.isAssignableFrom(value) || Id.class.isAssignableFrom(value)) {
            page.paragraph("Stored as " + holds(value.getRecordComponents()[0].getGenericType()) + ".");
        } else {
            fields(value);
        }
    }

    private void codes(Class<?> list) {
        List<String> codes =
                Stream.of(list.getEnumConstants()).map(Object::toString).toList();
        if (codes.stream().allMatch(code -> SAYINGS.of(list, code).isEmpty())) {
            page.paragraph(codes.stream().map(code -> "`" + code + "`").collect(Collectors.joining(", ")) + ".");
        } else {
            codes.forEach(code -> page.item("`" + code + "`" + said(SAYINGS.of(list, code))));
        }
    }

    private static String said(String words) {
        return words.isEmpty() ? "" : ": " + words;
    }

    private static String audience(Object event) {
        if (!(event instanceof CaseEvent ofCase)) {
            return "everyone who may log in";
        }
        String usual = "`" + Audience.of(ofCase) + "`";
        String otherwise = variants((Record) ofCase)
                .filter(variant -> Audience.of(variant.event) != Audience.of(ofCase))
                .map(variant -> "`" + Audience.of(variant.event) + "` where " + variant.where)
                .collect(Collectors.joining(", "));
        return otherwise.isEmpty() ? usual : usual + ", but " + otherwise;
    }

    private record Variant(CaseEvent event, String where) {}

    /** The same event with each other code in each of its fields: on some the audience depends. */
    private static Stream<Variant> variants(Record event) {
        return Stream.of(event.getClass().getRecordComponents())
                .filter(field -> field.getType().isEnum())
                .flatMap(field -> Stream.of(field.getType().getEnumConstants())
                        .map(code -> new Variant(
                                (CaseEvent) Samples.with(event, field, code),
                                "`" + field.getName() + "` is `" + code + "`")));
    }
}
