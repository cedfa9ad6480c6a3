package org.trm.events.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C2SP tlog-tiles, "Merkle Tree" and "Log Entries". */
class TilePathTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 273, 112, tile/0/273.p/112",
        "1, 1, 17, tile/1/001.p/17",
        "0, 1234067, 256, tile/0/x001/x234/067",
        "63, 999, 1, tile/63/999.p/1",
        "2, 1000, 255, tile/2/x001/000.p/255",
        "-1, 0, 256, tile/entries/000",
        "-1, 1234067, 8, tile/entries/x001/x234/067.p/8"
    })
    void aTileIsServedAtThePlaceThatTheFormatNames(int level, long index, int width, String path) {
        TilePath tile = new TilePath(level, index, width);

        assertThat(tile).hasToString(path);
        assertThat(TilePath.parse(path)).isEqualTo(tile);
    }

    @Property
    void everyPlaceIsReadAsItIsPrinted(
            @ForAll @IntRange(min = -1, max = 63) int level,
            @ForAll @LongRange(max = 999_999_999_999_999_999L) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        TilePath tile = new TilePath(level, index, width);

        assertThat(TilePath.parse(tile.toString())).isEqualTo(tile);
        assertThat(tile.full().isFull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/0/0",
                "tile/00/000",
                "tile/01/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/8/0/000",
                "tile/0/000.p/0",
                "tile/0/000.p/01",
                "tile/0/000.p/256",
                "tile/0/000.p/",
                "tile/0/x000/001",
                "tile/0/001/000",
                "tile/0/x001/x234",
                "tile/0/1234",
                "tile/0/../../checkpoint",
                "/tile/0/000",
                "tile/0/000/",
                "tile/0/000\n",
                "tile/entry/000",
                "tile/data/000",
                "tile/0/x001/x001/x001/x001/x001/x001/001"
            })
    void anythingElseIsNone(String path) {
        assertThatThrownBy(() -> TilePath.parse(path)).isInstanceOf(Malformed.class);
    }
}
