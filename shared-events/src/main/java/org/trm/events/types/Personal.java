package org.trm.events.types;

import java.time.Instant;

/** What a reader gets for a sealed value. Why she gets none is decided by records, never by a failed decryption. */
public sealed interface Personal<T> {
    /** It was opened for her, and that it was is recorded. */
    record Known<T>(T value) implements Personal<T> {
        /** Never the value: what prints it could be a log. */
        @Override
        public String toString() {
            return "Known[…]";
        }
    }

    /** It exists, and is not for her. */
    record Withheld<T>(Withholding reason) implements Personal<T> {}

    /** It was destroyed: nobody can read it any more. */
    record Erased<T>(Instant since) implements Personal<T> {}

    /** It cannot be opened now, because its key cannot be reached; later it can. */
    record Unavailable<T>() implements Personal<T> {}
}
