package org.trm.events.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trm.events.Samples;
import org.trm.events.wiring.EventCatalogue;

/**
 * One golden file: an event as it is stored in one revision, byte for byte, with all that it can hold or (sparse) with no
 * more than it must.
 */
public record Golden(Class<?> event, String revision, boolean sparse) {
    static final String METADATA = "metadata.json";

    /** The files of every event in every revision up to the present one, in the order of their names. */
    public static List<Golden> all() {
        return EventCatalogue.all().values().stream()
                .flatMap(Golden::of)
                .sorted((one, other) -> one.file().compareTo(other.file()))
                .toList();
    }

    private static Stream<Golden> of(Class<?> event) {
        return IntStream.rangeClosed(1, Integer.parseInt(EventCatalogue.revisionOf(event)))
                .mapToObj(Integer::toString)
                .flatMap(revision -> of(event, revision));
    }

    /** Of a past revision nobody knows any more whether something in it was optional: then its files tell. */
    private static Stream<Golden> of(Class<?> event, String revision) {
        List<Golden> files = new ArrayList<>(List.of(new Golden(event, revision, false)));
        Golden sparse = new Golden(event, revision, true);
        if (sparse.current() ? !sparse.sample().equals(files.get(0).sample()) : sparse.exists()) {
            files.add(sparse);
        }
        return files.stream();
    }

    public String name() {
        return EventCatalogue.nameOf(event);
    }

    public String file() {
        return name() + "." + revision + (sparse ? ".sparse" : "") + ".json";
    }

    /** Whether this is the revision in which the event is written now. */
    public boolean current() {
        return revision.equals(EventCatalogue.revisionOf(event));
    }

    /** The event that a file of the current revision holds. */
    public Object sample() {
        return sparse ? Samples.sparse(event) : Samples.full(event);
    }

    public boolean exists() {
        return getClass().getResource(file()) != null;
    }

    /** @throws AssertionError when there is no such file */
    public byte[] bytes() {
        return bytes(file());
    }

    /** Metadata as they are stored with an event. */
    public static byte[] metadata() {
        return bytes(METADATA);
    }

    private static byte[] bytes(String file) {
        try (InputStream stream = Golden.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new AssertionError("There is no golden file " + file);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file();
    }
}
