package org.trm.events.keys;

import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.trm.events.types.CountryCode;

/** What the keys of countries are called where they are kept, such as {@code RO-1} and what stands around it. */
record CountryNames(String before, String after) {
    private static final Pattern NUMBERED = Pattern.compile("([A-Z]{2})-(\\d{1,6})");
    private static final Set<String> KNOWN =
            CountryCode.all().stream().map(CountryCode::value).collect(Collectors.toSet());

    String of(CountryCode country, int number) {
        return before + country + "-" + number + after;
    }

    /** The numbers of the keys of each country that has one; what is called otherwise is none. */
    SortedMap<CountryCode, SortedSet<Integer>> in(Collection<String> names) {
        SortedMap<CountryCode, SortedSet<Integer>> found = new TreeMap<>();
        for (String name : names) {
            if (name.startsWith(before) && name.endsWith(after)) {
                Matcher key = NUMBERED.matcher(name.substring(before.length(), name.length() - after.length()));
                if (key.matches() && KNOWN.contains(key.group(1))) {
                    found.computeIfAbsent(CountryCode.of(key.group(1)), first -> new TreeSet<>())
                            .add(Integer.parseInt(key.group(2)));
                }
            }
        }
        return found;
    }
}
