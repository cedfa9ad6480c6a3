package org.trm.command.duplicates;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trm.events.privacy.BlindIndex;

/** What is compared of a person: of each index the values, of which there may be several. Never recorded with an event. */
public record Blinded(Map<BlindIndex, Set<Integer>> values) {
    /** Metadata of a command that records something by which she can be compared. */
    public static final String METADATA = "blinded";

    /** A value and what it is of. */
    record One(BlindIndex index, int value) {}

    public Blinded {
        Map<BlindIndex, Set<Integer>> sorted = new EnumMap<>(BlindIndex.class);
        values.forEach((index, of) -> sorted.put(index, new TreeSet<>(of)));
        values = sorted;
    }

    static Blinded of(List<One> all) {
        return new Blinded(all.stream()
                .collect(Collectors.groupingBy(One::index, Collectors.mapping(One::value, Collectors.toSet()))));
    }

    /** One after the other, in the same order whoever asks. */
    List<One> all() {
        return values.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> new One(entry.getKey(), value)))
                .toList();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** As metadata carries it. */
    public String text() {
        return all().stream().map(one -> one.index() + "=" + one.value()).collect(Collectors.joining(","));
    }

    static Blinded of(String text) {
        return of(Arrays.stream(text.split(","))
                .filter(one -> !one.isEmpty())
                .map(one -> one.split("="))
                .map(one -> new One(BlindIndex.valueOf(one[0]), Integer.parseInt(one[1])))
                .toList());
    }

    /** Without the values: what prints it could be a log. */
    @Override
    public String toString() {
        return "Blinded" + values.keySet();
    }
}
