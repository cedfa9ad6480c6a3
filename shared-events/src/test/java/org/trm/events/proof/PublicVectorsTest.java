package org.trm.events.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the trees of Certificate Transparency are tested with, forged proofs above all. The file names its source. */
class PublicVectorsTest {
    private static final JsonNode VECTORS = read();

    private static JsonNode read() {
        InputStream file = PublicVectorsTest.class.getResourceAsStream("rfc6962.json");
        return JsonMapper.shared().readTree(file);
    }

    private static Stream<JsonNode> all(String member) {
        return StreamSupport.stream(VECTORS.get(member).spliterator(), false);
    }

    @Test
    void theKnownEntriesMakeTheKnownRoots() {
        List<Hash> leaves = all("entries")
                .map(entry -> Hash.leaf(HexFormat.of().parseHex(entry.asString())))
                .toList();
        List<Hash> roots = all("roots")
                .map(root -> Hash.from(HexFormat.of().parseHex(root.asString())))
                .toList();

        assertThat(roots).hasSize(9);
        for (int size = 0; size < roots.size(); size++) {
            Tree tree = new Tree(leaves.subList(0, size));
            assertThat(tree.root()).as("%s leaves", size).isEqualTo(roots.get(size));
            assertThat(tree.frontier().root()).isEqualTo(roots.get(size));
            assertThat(tree.quick().root(size)).isEqualTo(roots.get(size));
        }
    }

    @TestFactory
    Stream<DynamicTest> inclusionHoldsWhereItDoesAndNowhereElse() {
        return all("inclusion")
                .map(vector -> test(
                        vector,
                        () -> new InclusionProof(
                                        vector.get("index").bigIntegerValue().longValue(),
                                        vector.get("size").longValue(),
                                        path(vector))
                                .verify(hash(vector.get("leaf")), hash(vector.get("root")))));
    }

    @TestFactory
    Stream<DynamicTest> consistencyHoldsWhereItDoesAndNowhereElse() {
        return all("consistency")
                .map(vector -> test(
                        vector,
                        () -> new ConsistencyProof(
                                        vector.get("from").longValue(),
                                        vector.get("to").longValue(),
                                        path(vector))
                                .verify(known(vector.get("before")), known(vector.get("now")))));
    }

    private static DynamicTest test(JsonNode vector, Executable verifying) {
        Executable expected = vector.get("holds").booleanValue()
                ? verifying
                : () -> assertThatThrownBy(verifying::execute).isInstanceOfAny(Malformed.class, Unproven.class);
        return DynamicTest.dynamicTest(vector.get("name").asString(), expected);
    }

    private static List<Hash> path(JsonNode vector) {
        return StreamSupport.stream(vector.get("proof").spliterator(), false)
                .map(PublicVectorsTest::hash)
                .toList();
    }

    private static Hash hash(JsonNode base64) {
        return Hash.parse(base64.asString());
    }

    /** Some roots are words and no hashes, as where they come from only their being equal matters. */
    private static Hash known(JsonNode base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.asString());
        return bytes.length == Hash.LENGTH ? Hash.from(bytes) : Hash.of(bytes);
    }
}
