package org.trm.command.duplicates;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DuplicateOutcome;

/** What came of asking another country about a case, as its own country says it. Nothing of that is ever altered. */
@Component
public class Settlements {
    /** Nobody of them is forgotten or handed over meanwhile, and of two who settle at once one comes after the other. */
    private static final String ALONE = """
            SELECT case_id FROM duplicates.person
            WHERE case_id = :case OR case_id IN (SELECT other_id FROM duplicates.finding WHERE case_id = :case)
            ORDER BY case_id FOR NO KEY UPDATE""";

    /** Saying again what was said last adds nothing. */
    private static final String SETTLE = """
            WITH found AS (
                SELECT DISTINCT f.case_id, f.other_id
                FROM duplicates.finding f JOIN duplicates.person other ON other.case_id = f.other_id
                WHERE f.case_id = :case AND f.holder = :own AND other.holder = :asked),
            added AS (
                INSERT INTO duplicates.settlement (case_id, other_id, country, settled_at, outcome, person, issuer)
                SELECT case_id, other_id, :own, :at, :outcome, :person, :issuer FROM found
                WHERE :outcome IS DISTINCT FROM (
                    SELECT outcome FROM duplicates.settlement said
                    WHERE said.case_id = found.case_id AND said.other_id = found.other_id AND said.country = :own
                    ORDER BY said.id DESC LIMIT 1))
            SELECT EXISTS (SELECT FROM found)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Settlements(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Settles all that is found now about a case in one country.
     *
     * @param actor who says it, for the country that is responsible for the case
     * @param asked the country in which it is found
     * @return whether anything is found there about such a case of hers
     */
    public boolean settle(Actor actor, CaseId caseId, CountryCode asked, DuplicateOutcome outcome) {
        return transactions.execute(status -> {
            jdbc.sql(ALONE).param("case", caseId.value()).query().listOfRows();
            return jdbc.sql(SETTLE)
                    .param("case", caseId.value())
                    .param("own", actor.country().value())
                    .param("asked", asked.value())
                    .param("at", Timestamp.from(clock.instant()))
                    .param("outcome", outcome.name())
                    .param("person", actor.id())
                    .param("issuer", actor.issuer())
                    .query(Boolean.class)
                    .single();
        });
    }
}
