package org.trm.query.view;

import java.util.regex.Pattern;

/** The schema of one generation of a view. */
public record Schema(String name) {
    private static final Pattern FORM = Pattern.compile("view_[a-z][a-z0-9_]*_[0-9]+");

    public Schema {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("not the schema of a view: " + name);
        }
    }

    /** The schema of the n-th generation of the view. */
    public static Schema of(String view, int generation) {
        return new Schema("view_" + view + "_" + generation);
    }

    /** The SQL with this schema where it says <code>${schema}</code>. */
    public String in(String sql) {
        return sql.replace("${schema}", name);
    }
}
