package org.trm.deploy.standalone.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An expression of PromQL, read as far as to see which figures it asks for. */
record Expression(String text) {
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern ASKED = Pattern.compile("\\b([a-z_:][\\w:]*)\\b(?:\\{([^}]*)})?(\\s*\\()?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    /**
     * A figure that is asked for.
     *
     * @param exactly the labels that must have these values
     * @param labels all that it is asked to have
     */
    record Asked(String figure, Map<String, String> exactly, Set<String> labels) {}

    List<Asked> asked() {
        String plain = GROUPING.matcher(text).replaceAll(" ").replaceAll("\\[[^\\]]*]", " ");
        List<Asked> all = new ArrayList<>();
        Matcher found = ASKED.matcher(plain);
        while (found.find()) {
            if (found.group(3) == null && !WORDS.contains(found.group(1))) {
                all.add(asked(found.group(1), found.group(2)));
            }
        }
        return all;
    }

    private static Asked asked(String figure, String matchers) {
        Map<String, String> exactly = new LinkedHashMap<>();
        List<String> labels = new ArrayList<>();
        Matcher label = MATCHER.matcher(matchers == null ? "" : matchers);
        while (label.find()) {
            labels.add(label.group(1));
            if (label.group(2).equals("=")) {
                exactly.put(label.group(1), label.group(3));
            }
        }
        return new Asked(figure, exactly, Set.copyOf(labels));
    }

    /** By which labels it is grouped. */
    List<String> groupedBy() {
        return GROUPING.matcher(text)
                .results()
                .flatMap(grouping -> List.of(grouping.group(1).split("\\s*,\\s*")).stream())
                .toList();
    }
}
