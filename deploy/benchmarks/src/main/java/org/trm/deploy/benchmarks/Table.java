package org.trm.deploy.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Columns as wide as their widest cell: the first ones to the left, the figures to the right. */
final class Table {
    private final int texts;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param texts how many columns hold words */
    Table(int texts, String... header) {
        this.texts = texts;
        rows.add(List.of(header));
    }

    /** @param cells one for each column of the header */
    void add(String... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells under a header of " + rows.get(0).size());
        }
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String gap = " ".repeat(width(column) - row.get(column).length());
                line.append(column == 0 ? "" : "  ");
                line.append(column < texts ? row.get(column) + gap : gap + row.get(column));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
