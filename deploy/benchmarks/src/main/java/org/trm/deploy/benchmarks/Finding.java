package org.trm.deploy.benchmarks;

import java.util.Locale;

/**
 * One figure, beside what we aim at.
 *
 * @param aim null for none, as is {@code reached}
 */
record Finding(String what, double value, String unit, String aim, Boolean reached) {

    static Finding plain(String what, double value, String unit) {
        return new Finding(what, value, unit, null, null);
    }

    static Finding atLeast(String what, double value, String unit, double aim) {
        return new Finding(what, value, unit, "at least " + shown(aim), value >= aim);
    }

    static Finding atMost(String what, double value, String unit, double aim) {
        return new Finding(what, value, unit, "at most " + shown(aim), value <= aim);
    }

    static Finding below(String what, double value, String unit, double aim) {
        return new Finding(what, value, unit, "below " + shown(aim), value < aim);
    }

    /** With as many digits as say something. */
    static String shown(double value) {
        double size = Math.abs(value);
        String format = size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
