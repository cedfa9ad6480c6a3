package org.trm.query.web;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.MediaType;

/** Takes note of one list, or of one file, that is written out as a whole. */
public interface ExportNote {
    /** Nothing is noted. */
    ExportNote NONE = new ExportNote() {
        @Override
        public OutputStream begin(MediaType as, OutputStream out) {
            return out;
        }

        @Override
        public void written(int lines) {
            // Nobody asks how far it has come.
        }

        @Override
        public void end(boolean whole) {
            // Nor how it ended.
        }
    };

    /**
     * Before anything is written: what cannot be noted is not written.
     *
     * @param out where the answer goes
     * @return where the list is written to
     */
    OutputStream begin(MediaType as, OutputStream out);

    /** So many more lines, or files, were written. */
    void written(int lines);

    /** @param whole false when it broke off */
    void end(boolean whole);

    /** What is written, all of it. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Takes note of it from before it begins until it has ended, whichever way. */
    default void around(MediaType as, OutputStream answer, Content content) throws IOException {
        OutputStream out = begin(as, answer);
        boolean whole = false;
        try {
            content.writeTo(out);
            whole = true;
        } finally {
            end(whole);
        }
    }
}
