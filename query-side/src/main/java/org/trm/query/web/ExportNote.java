package org.trm.query.web;

import java.io.OutputStream;
import org.springframework.http.MediaType;

/** Takes note of one list that is written out as a whole. */
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

    /** So many more lines were written. */
    void written(int lines);

    /** @param whole false when it broke off */
    void end(boolean whole);
}
