package org.trm.events.wiring;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.trm.events.CaseEvent;
import org.trm.events.ClosingEvent.CaseClosed;
import org.trm.events.DirectoryEvent;
import org.trm.events.DirectoryEvent.ProcedurePublished;

/**
 * The logical name and revision under which each event is stored: never a class name, so that classes may move and the
 * log may not. A revision that is no longer written is read through an upcaster.
 */
public final class EventCatalogue {
    /** The revision of an event that has never changed. */
    public static final String FIRST_REVISION = "1";

    /** Events whose form has changed since, with the revision that is written now. */
    private static final Map<Class<?>, String> REVISIONS = Map.of(CaseClosed.class, "2", ProcedurePublished.class, "2");

    private static final Map<String, Class<?>> BY_NAME = new TreeMap<>();
    private static final Map<Class<?>, String> NAMES = new HashMap<>();

    static {
        events(CaseEvent.class).forEach(event -> register("trm.case.", event));
        events(DirectoryEvent.class).forEach(event -> register("trm.directory.", event));
    }

    private EventCatalogue() {}

    private static void register(String prefix, Class<?> event) {
        String name = prefix + event.getSimpleName();
        BY_NAME.put(name, event);
        NAMES.put(event, name);
    }

    /** The events of a sealed family, its sub-families' included. */
    public static Stream<Class<?>> events(Class<?> family) {
        return family.isSealed()
                ? Stream.of(family.getPermittedSubclasses()).flatMap(EventCatalogue::events)
                : Stream.of(family);
    }

    /** Every event by its logical name, sorted. */
    public static Map<String, Class<?>> all() {
        return Map.copyOf(BY_NAME);
    }

    /** @throws IllegalArgumentException when the class is no event */
    public static String nameOf(Class<?> event) {
        String name = NAMES.get(event);
        if (name == null) {
            throw new IllegalArgumentException(event.getName() + " is not an event of the catalogue");
        }
        return name;
    }

    /** The revision in which an event is written. */
    public static String revisionOf(Class<?> event) {
        return REVISIONS.getOrDefault(event, FIRST_REVISION);
    }

    /**
     * The event of a name, in the revision that is read after upcasting.
     *
     * @throws UnreadableEvent when this version of the software does not know the name or the revision
     */
    public static Class<?> eventNamed(String name, String revision) {
        Class<?> event = BY_NAME.get(name);
        if (event == null || !revisionOf(event).equals(revision)) {
            throw new UnreadableEvent("No event " + name + " in revision " + revision
                    + " is known here: upgrade this node before it reads on");
        }
        return event;
    }
}
