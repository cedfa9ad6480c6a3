package org.trm.query.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** SQL that is kept as a resource beside the class that uses it. */
final class Sql {
    private Sql() {}

    /** @throws IllegalStateException when there is no such resource */
    static String beside(Class<?> type, String resource) {
        try (InputStream sql = type.getResourceAsStream(resource)) {
            if (sql == null) {
                throw new IllegalStateException("no resource " + resource + " beside " + type.getName());
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
