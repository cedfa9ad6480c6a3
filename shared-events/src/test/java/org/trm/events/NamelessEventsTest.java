package org.trm.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.CitizenshipCode;
import org.trm.events.types.Code;
import org.trm.events.types.ContentHash;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Id;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.NetworkId;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.Sealed;
import org.trm.events.types.ZoneCode;
import org.trm.events.walls.Wall;
import org.trm.events.wiring.EventCatalogue;

/** Nothing in an event can name a person but what is sealed: no part can hold text, a name, a place or a birth date. */
class NamelessEventsTest {
    private static final String TYPES = CaseId.class.getPackageName();
    private static final Set<Class<?>> PLAIN =
            Set.of(boolean.class, int.class, Long.class, Instant.class, LocalDate.class, DayOfWeek.class);
    private static final List<Code> CODES = List.of(
            new CaseReference("BG-7K3M-9QXZ-4T2V-J"),
            new CitizenshipCode("XXA"),
            new ContentHash("90bda39d0942718dfe8f57952bca11c01ec9b8793f7e34986b6b62a6400a6648"),
            new CountryCode("XK"),
            new LanguageCode("rom"),
            new NetworkId("SEE"),
            new OrganisationId("BG-NCCTHB"),
            new ZoneCode("Europe/Sofia"));

    record SaysWho(CaseId caseId, String name) {}

    record SaysWhoSomewhere(CaseId caseId, Set<SaysWho> persons) {}

    @TestFactory
    Stream<DynamicTest> anEventHoldsCodesIdsNumbersAndDatesOnly() {
        return EventCatalogue.all().values().stream()
                .map(event -> DynamicTest.dynamicTest(
                        event.getSimpleName(), () -> assertThat(named(event)).isEmpty()));
    }

    @Test
    void textInAnEventWouldBeNoticedWhereverItStands() {
        assertThat(named(SaysWho.class)).containsExactly("SaysWho.name");
        assertThat(named(SaysWhoSomewhere.class)).containsExactly("SaysWho.name");
    }

    private static List<String> named(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .flatMap(NamelessEventsTest::named)
                .toList();
    }

    private static Stream<String> named(RecordComponent part) {
        return named(part.getDeclaringRecord().getSimpleName() + "." + part.getName(), part.getGenericType());
    }

    private static Stream<String> named(String path, Type type) {
        if (type instanceof ParameterizedType generic
                && List.of(Set.class, Map.class).contains(generic.getRawType())) {
            return Stream.of(generic.getActualTypeArguments()).flatMap(part -> named(path, part));
        }
        if (!(type instanceof Class<?> part)) {
            return Stream.of(path);
        }
        if (PLAIN.contains(part) || isCode(part) || part == Sealed.class) {
            return Stream.empty();
        }
        return part.isRecord() ? named(part).stream() : Stream.of(path);
    }

    private static boolean isCode(Class<?> part) {
        return part.getPackageName().equals(TYPES)
                && (part.isEnum() || Code.class.isAssignableFrom(part) || Id.class.isAssignableFrom(part));
    }

    private static List<Class<?>> recordsThatAre(Class<?> kind) {
        return Wall.room(CaseId.class).stream()
                .filter(type -> type.isRecord() && type.isAssignableTo(kind))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    @Test
    void aCodeHasAClosedFormThatNoTextFits() {
        assertThat(CODES).extracting(Object::getClass).hasSameElementsAs(recordsThatAre(Code.class));
        for (Code code : CODES) {
            for (String text :
                    new String[] {"Maria Ionescu", "maria", "12.03.2004", "+40 721 000 000", " ", "", null}) {
                assertThatThrownBy(() ->
                                code.getClass().getConstructor(String.class).newInstance(text))
                        .as("%s of %s", code.getClass(), text)
                        .isInstanceOf(InvocationTargetException.class)
                        .hasCauseInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    /** Else a case would be stored under {@code CaseId[value=…]}. */
    @Test
    void anIdAndACodePrintAsTheirBareValue() throws ReflectiveOperationException {
        assertThat(CODES).allSatisfy(code -> assertThat(code).hasToString(code.value()));
        UUID uuid = UUID.fromString("019c9f3e-6a40-7d21-93c5-5f0e8a1b2c3d");
        assertThat(recordsThatAre(Id.class)).isNotEmpty();
        for (Class<?> id : recordsThatAre(Id.class)) {
            assertThat(id.getConstructor(UUID.class).newInstance(uuid)).hasToString(uuid.toString());
            assertThat(id.getMethod("of", String.class).invoke(null, uuid.toString()))
                    .isEqualTo(id.getConstructor(UUID.class).newInstance(uuid));
        }
    }
}
