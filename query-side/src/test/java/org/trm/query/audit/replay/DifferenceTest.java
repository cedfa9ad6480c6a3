package org.trm.query.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DifferenceTest {
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static List<String> between(String before, String after) {
        return Difference.between(json(before), json(after)).stream()
                .map(changed -> changed.field() + " " + changed.before() + " " + changed.after())
                .map(line -> line.replace('"', '\''))
                .toList();
    }

    @Test
    void whatIsAlikeMakesNone() {
        assertThat(between("{'a': 1, 'b': {'c': [1, 2]}}", "{'b': {'c': [1, 2]}, 'a': 1}"))
                .isEmpty();
    }

    @Test
    void whatChangedIsNamedByWhereItStands() {
        assertThat(between("{'a': {'b': 1, 'c': 2}}", "{'a': {'b': 1, 'c': 3}}"))
                .containsExactly("/a/c 2 3");
    }

    @Test
    void whatCameHadNothingBefore_whatWentHasNothingAfter_andNullIsNothing() {
        assertThat(between("{'a': 1, 'b': null, 'c': null}", "{'b': 2, 'c': null, 'd': null}"))
                .containsExactly("/a 1 null", "/b null 2");
    }

    @Test
    void whatCameIsToldAsAWhole_andFieldByFieldWhereThereWasNoStateAtAll() {
        assertThat(between("{'a': null, 'l': []}", "{'a': {'b': 1}, 'l': [{'limit': 'X'}]}"))
                .containsExactly("/a null {'b':1}", "/l/X null {'limit':'X'}");
        assertThat(Difference.between(null, json("{'a': {'b': 1}, 'c': [1]}")))
                .extracting(Changed::field)
                .containsExactly("/a", "/c");
    }

    @Test
    void inAListOfNamedThingsOneThatWentMakesNoDifferenceOfThoseBehindIt() {
        assertThat(between(
                        "{'l': [{'limit': 'X', 'n': 1}, {'limit': 'Y', 'referralId': 'r', 'n': 2}]}",
                        "{'l': [{'limit': 'Y', 'referralId': 'r', 'n': 3}]}"))
                .containsExactly("/l/X {'limit':'X','n':1} null", "/l/Y:r/n 2 3");
    }

    @Test
    void anotherListIsComparedAsAWhole() {
        assertThat(between("{'l': ['A', 'B']}", "{'l': ['B']}")).containsExactly("/l ['A','B'] ['B']");
    }
}
