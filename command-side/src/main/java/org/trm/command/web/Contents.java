package org.trm.command.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trm.command.casefile.Context;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Id;
import org.trm.events.types.OrganisationId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Contents that an act could have now: a likely one, and all that differ from it in one field or in two, so that if the
 * act is possible at all one of them shows it. They record; none corrects.
 */
final class Contents {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Object ABSENT = new Object();

    private final List<CountryCode> countries;
    private final Context context;

    /** @param countries that a content could name, the likely ones first */
    Contents(List<CountryCode> countries, Context context) {
        this.countries = countries;
        this.context = context;
    }

    Stream<JsonNode> of(Class<?> body) {
        return variants(body, true).map(JSON::<JsonNode>valueToTree);
    }

    private Stream<Map<String, Object>> variants(Class<?> record, boolean inPairs) {
        RecordComponent[] fields = record.getRecordComponents();
        List<List<Object>> options = Arrays.stream(fields).map(this::options).toList();
        int[] likely = new int[fields.length];
        Stream<int[]> ones = IntStream.range(0, fields.length)
                .boxed()
                .flatMap(field -> changed(likely, field, options.get(field).size()));
        Stream<int[]> choices =
                inPairs ? ones.flatMap(one -> Stream.concat(Stream.of(one), further(one, options))) : ones;
        return Stream.concat(Stream.of(likely), choices).map(choice -> made(fields, options, choice));
    }

    /** The same with one more field changed, of those behind the one that is changed already. */
    private static Stream<int[]> further(int[] one, List<List<Object>> options) {
        int last = IntStream.range(0, one.length).filter(i -> one[i] > 0).max().orElse(-1);
        return IntStream.range(last + 1, one.length)
                .boxed()
                .flatMap(field -> changed(one, field, options.get(field).size()));
    }

    private static Stream<int[]> changed(int[] choice, int field, int options) {
        return IntStream.range(1, options).mapToObj(option -> {
            int[] changed = choice.clone();
            changed[field] = option;
            return changed;
        });
    }

    private static Map<String, Object> made(RecordComponent[] fields, List<List<Object>> options, int[] choice) {
        Map<String, Object> made = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i++) {
            Object value = options.get(i).get(choice[i]);
            if (value != ABSENT) {
                made.put(fields[i].getName(), value);
            }
        }
        return made;
    }

    private List<Object> options(RecordComponent field) {
        List<Object> options = new ArrayList<>();
        boolean optional = field.isAnnotationPresent(Optional.class);
        if (optional) {
            options.add(ABSENT);
        }
        if (!optional || isWorthChanging(field.getType())) {
            options.addAll(values(field.getName(), field.getGenericType()));
        }
        return options;
    }

    /** When something happened, what it corrects and what it is called changes nothing of whether it is possible. */
    private static boolean isWorthChanging(Class<?> kind) {
        return kind != LocalDate.class
                && kind != Instant.class
                && kind != Long.class
                && !Id.class.isAssignableFrom(kind);
    }

    private List<Object> values(String name, Type type) {
        if (type instanceof ParameterizedType set) {
            return List.of(values(name, set.getActualTypeArguments()[0]));
        }
        Class<?> kind = (Class<?>) type;
        if (kind == boolean.class) {
            return List.of(true, false);
        } else if (kind == LocalDate.class) {
            return dates(name);
        } else if (kind == Instant.class) {
            return List.of(context.now().plus(1, ChronoUnit.DAYS).toString());
        } else if (kind == CountryCode.class) {
            return countries.stream().<Object>map(CountryCode::value).toList();
        } else if (kind == OrganisationId.class) {
            return List.of(Objects.toString(context.actor().organisation(), ""));
        } else if (kind.isEnum()) {
            return Arrays.stream(kind.getEnumConstants())
                    .<Object>map(c -> ((Enum<?>) c).name())
                    .toList();
        }
        if (Examples.isGiven(kind)) {
            return List.of(Examples.given(kind));
        }
        // No rule reads what is said about the person.
        long most = PersonalFields.isOf(kind) ? 1 : Long.MAX_VALUE;
        return variants(kind, false)
                .filter(said -> !said.isEmpty())
                .limit(most)
                .<Object>map(v -> v)
                .toList();
    }

    /** A period lies ahead and lasts; everything else has happened. */
    private List<Object> dates(String name) {
        LocalDate today = context.today(context.actor().country());
        return name.equals("until")
                ? List.of(today.plusYears(10).toString())
                : List.of(today.toString(), today.minusDays(1).toString());
    }
}
