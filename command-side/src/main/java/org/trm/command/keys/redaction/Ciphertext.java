package org.trm.command.keys.redaction;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.erasure.RedactSealedData;
import org.trm.events.types.CaseId;
import org.trm.events.types.ContentHash;
import org.trm.events.types.Remainder;

/** What is sealed in the stored events of a case. */
@Component
class Ciphertext {
    private static final String LEFT = "SELECT version, content, as_sealed FROM events.sealed_data(?)";

    private final JdbcClient jdbc;

    Ciphertext(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The act that takes out what is left of it now. */
    RedactSealedData redactionOf(CaseId caseId) {
        Set<Remainder> events = new TreeSet<>();
        boolean[] asSealed = {true};
        jdbc.sql(LEFT).param(caseId.toString()).query(row -> {
            events.add(new Remainder(row.getLong(1), new ContentHash(row.getString(2))));
            asSealed[0] &= row.getBoolean(3);
        });
        return new RedactSealedData(caseId, events, asSealed[0]);
    }

    /**
     * Takes it out, in the transaction that records that.
     *
     * @return of how many events
     */
    long takeOut(CaseId caseId) {
        return jdbc.sql("SELECT events.redact(?)")
                .param(caseId.toString())
                .query(Long.class)
                .single();
    }
}
