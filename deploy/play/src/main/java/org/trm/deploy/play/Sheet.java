package org.trm.deploy.play;

import java.io.PrintStream;
import java.util.List;

/** The page on which the play is written: plain text in aligned columns. */
final class Sheet {
    private static final String LINE = "%4s  %-29s  %-44s  %-14s  %s";
    private static final int WIDTH = 133;

    private final PrintStream out;

    Sheet(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.printf("%n%s%n%s%n", text, "=".repeat(text.length()));
    }

    void heading() {
        out.println();
        line("Step", "Who", "Act", "State after", "Waiting on");
        out.println("-".repeat(WIDTH));
    }

    void note(String text) {
        out.printf("%n%s%n", text);
    }

    void chapter(String text) {
        out.printf("%n      %s%n", text);
    }

    void step(int number, Object who, String act, String state, String waitingOn) {
        line(number, who, act, state, waitingOn);
    }

    void refused(Object who, String act, Answer answer) {
        line("", who, act, "refused", answer.status() + " " + answer.code());
    }

    void confirmed(Object who, String act, String finding) {
        line("", who, act, "", finding);
    }

    /** Rows in columns as wide as their widest cell. */
    void table(String title, List<String> names, List<List<String>> rows) {
        title(title);
        int[] widths = new int[names.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            int widest = rows.stream()
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElse(0);
            widths[i] = Math.max(names.get(i).length(), widest);
        }
        row(names, widths);
        rows.forEach(row -> row(row, widths));
    }

    private void row(List<String> cells, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            text.append(("%-" + widths[i] + "s  ").formatted(cells.get(i)));
        }
        out.println(text.toString().stripTrailing());
    }

    private void line(Object... cells) {
        out.println(LINE.formatted(cells).stripTrailing());
    }
}
