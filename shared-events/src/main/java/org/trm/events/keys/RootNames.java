package org.trm.events.keys;

import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the files are called that stand for root keys: {@code root}, {@code root-2}, {@code root-3} and so on. */
record RootNames(String ending) {
    private static final Pattern NUMBERED = Pattern.compile("root(?:-(\\d{1,6}))?");

    String of(int generation) {
        return (generation == 1 ? "root" : "root-" + generation) + ending;
    }

    SortedSet<Integer> in(SafeFolder folder) throws IOException {
        SortedSet<Integer> generations = new TreeSet<>();
        for (String name : folder.names("")) {
            if (name.endsWith(ending)) {
                Matcher numbered = NUMBERED.matcher(name.substring(0, name.length() - ending.length()));
                if (numbered.matches()) {
                    generations.add(numbered.group(1) == null ? 1 : Integer.parseInt(numbered.group(1)));
                }
            }
        }
        return generations;
    }
}
