package org.trm.command.duplicates;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trm.command.duplicates.Blinded.One;
import org.trm.command.duplicates.Limits.Limit;
import org.trm.events.privacy.BlindIndex;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;

/**
 * The blind values of every case, and what comparing them has found. Each comparison is recorded and counted in the
 * database, in the transaction in which it is made: it holds for all nodes, and what cannot be recorded is not made.
 */
@Component
public class Comparisons {
    /** A value that more cases than this have in common is nobody's: a number of a shelter, a name that stands for none. */
    static final int MOST_ALIKE = 20;

    private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtextextended(:whose, 22))";

    /**
     * When the comparison was that must be out of the window before there may be another, be it because there were so many
     * of them or of the values in them; null when there may be one. And two acts of which one records a value and the other records it, or something else in its place, at the same time wait
     * here for each other, or neither would know of the other.
     */
    private static final String IN_THE_WAY = """
            SELECT greatest(
                (SELECT compared_at FROM duplicates.comparison
                 WHERE person = :person AND occasion = :occasion AND compared_at > :since
                 ORDER BY compared_at DESC OFFSET :ofPerson - 1 LIMIT 1),
                (SELECT compared_at FROM duplicates.comparison
                 WHERE country = :country AND occasion = :occasion AND compared_at > :since
                 ORDER BY compared_at DESC OFFSET :ofCountry - 1 LIMIT 1),
                (SELECT max(compared_at) FROM (
                    SELECT compared_at, sum(compared) OVER (ORDER BY compared_at DESC) AS compared
                    FROM duplicates.comparison
                    WHERE person = :person AND occasion = :occasion AND compared_at > :since) latest
                 WHERE compared >= :valuesOfPerson),
                (SELECT max(compared_at) FROM (
                    SELECT compared_at, sum(compared) OVER (ORDER BY compared_at DESC) AS compared
                    FROM duplicates.comparison
                    WHERE country = :country AND occasion = :occasion AND compared_at > :since) latest
                 WHERE compared >= :valuesOfCountry)),
                (SELECT count(*) FROM (
                    SELECT pg_advisory_xact_lock(hashtext(compared_by), value) FROM (
                        SELECT * FROM unnest(CAST(:names AS text[]), CAST(:values AS int[])) given (compared_by, value)
                        UNION SELECT compared_by, value FROM duplicates.blind
                        WHERE case_id = CAST(:case AS uuid) AND compared_by = ANY (CAST(:again AS text[]))
                        ORDER BY compared_by, value) touched) waited)""";

    private static final String ALIKE = """
            WITH given AS (SELECT * FROM unnest(CAST(:names AS text[]), CAST(:values AS int[])) g (compared_by, value)),
            sharing AS (
                SELECT o.case_id, compared_by, value, count(*) OVER (PARTITION BY compared_by, value) AS many
                FROM given JOIN duplicates.blind o USING (compared_by, value)
                WHERE o.case_id IS DISTINCT FROM CAST(:case AS uuid)),
            """;

    /**
     * Whoever is being forgotten meanwhile is waited for, and is then not there; and so is whoever is being handed over, and
     * is then of the other country. What was found by a value goes when one case
     * too many has it: before, it was somebody's.
     */
    private static final String REPLACE = ALIKE + """
            there AS (
                SELECT case_id, holder FROM duplicates.person
                WHERE case_id IN (SELECT case_id FROM sharing WHERE many <= :most) ORDER BY case_id FOR SHARE),
            alike AS (
                SELECT DISTINCT case_id, holder, compared_by FROM sharing JOIN there USING (case_id)
                WHERE many <= :most),
            person AS (
                INSERT INTO duplicates.person (case_id, holder) VALUES (:case, :country) ON CONFLICT DO NOTHING),
            replaced AS (
                DELETE FROM duplicates.blind b
                WHERE case_id = :case AND compared_by = ANY (:again)
                  AND NOT EXISTS (SELECT FROM given g WHERE g.compared_by = b.compared_by AND g.value = b.value)),
            added AS (
                INSERT INTO duplicates.blind (case_id, compared_by, value)
                SELECT CAST(:case AS uuid), compared_by, value FROM given ON CONFLICT DO NOTHING),
            outdated AS (
                DELETE FROM duplicates.finding f
                WHERE (case_id = :case OR other_id = :case) AND compared_by = ANY (:again)
                  AND NOT EXISTS (SELECT FROM alike a
                                  WHERE a.compared_by = f.compared_by AND a.case_id IN (f.case_id, f.other_id))),
            nobodys AS (
                DELETE FROM duplicates.finding f USING sharing one, sharing other
                WHERE one.many = :most + 1 AND f.case_id = one.case_id AND f.compared_by = one.compared_by
                  AND f.other_id = other.case_id AND other.compared_by = one.compared_by AND other.value = one.value
                  AND NOT EXISTS (
                      SELECT FROM duplicates.blind b JOIN duplicates.blind c USING (compared_by, value)
                      WHERE b.case_id = f.case_id AND c.case_id = f.other_id AND compared_by = f.compared_by
                        AND (compared_by, value) NOT IN (SELECT compared_by, value FROM sharing WHERE many > :most)
                        AND (SELECT count(*) FROM duplicates.blind d
                             WHERE d.compared_by = b.compared_by AND d.value = b.value) <= :most + 1)),
            filed AS (
                INSERT INTO duplicates.finding (case_id, other_id, compared_by, found_at, holder)
                SELECT CAST(:case AS uuid), case_id, compared_by, CAST(:at AS timestamptz), CAST(:country AS text) FROM alike
                UNION ALL SELECT case_id, CAST(:case AS uuid), compared_by, CAST(:at AS timestamptz), holder FROM alike
                ON CONFLICT DO NOTHING)
            INSERT INTO duplicates.comparison
                (compared_at, occasion, person, issuer, role, country, compared_by, compared, hits)
            SELECT CAST(:at AS timestamptz), :occasion, :person, :issuer, :role, :country, :by, :compared,
                (SELECT count(DISTINCT case_id) FROM alike)
            WHERE EXISTS (SELECT FROM given)""";

    private static final String HOLDERS = ALIKE + """
            alike AS (SELECT DISTINCT case_id FROM sharing WHERE many <= :most)
            SELECT holder FROM alike JOIN duplicates.person USING (case_id) ORDER BY holder""";

    private static final String RECORD = """
            INSERT INTO duplicates.comparison
                (compared_at, occasion, person, issuer, role, country, compared_by, compared, hits)
            VALUES (:at, :occasion, :person, :issuer, :role, :country, :by, :compared, :hits)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Limits limits;
    private final Clock clock;

    Comparisons(JdbcClient jdbc, PlatformTransactionManager transactions, Limits limits, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Puts what is recorded of a case in the place of what was, and files what it is like; in the transaction of the act.
     *
     * @param actor who records it, for the country that is responsible
     * @param again of what something was recorded; where nothing is given now nothing is compared any more
     * @throws ComparedTooOften when she may not now
     */
    void recorded(Actor actor, CaseId caseId, Set<BlindIndex> again, Blinded given) {
        Instant at = clock.instant();
        Instant inTheWay = inTheWay(Occasion.RECORDED, actor, at, compared(given, caseId, again, IN_THE_WAY));
        if (!given.isEmpty()) {
            requireOver(inTheWay, at);
        }
        by(actor, Occasion.RECORDED, at, given, compared(given, caseId, again, REPLACE))
                .param("most", MOST_ALIKE)
                .update();
    }

    /**
     * The countries whose focal points may know somebody who is like this one, each once.
     *
     * @param actor who asks, for her country
     * @throws ComparedTooOften when she may not now
     */
    public List<CountryCode> asked(Actor actor, Blinded given) {
        return transactions.execute(status -> answered(actor, given));
    }

    private List<CountryCode> answered(Actor actor, Blinded given) {
        Instant at = clock.instant();
        alone("person " + actor.id());
        alone("country " + actor.country());
        StatementSpec limiting = compared(Blinded.of(List.of()), null, Set.of(), IN_THE_WAY);
        requireOver(inTheWay(Occasion.ASKED, actor, at, limiting), at);
        List<CountryCode> holders =
                compared(given, null, Set.of(), HOLDERS).param("most", MOST_ALIKE).query(String.class).list().stream()
                        .map(CountryCode::of)
                        .toList();
        by(actor, Occasion.ASKED, at, given, jdbc.sql(RECORD))
                .param("hits", holders.size())
                .update();
        return holders.stream().distinct().toList();
    }

    private void alone(String whose) {
        jdbc.sql(ALONE).param("whose", whose).query((row, number) -> number).single();
    }

    /** Null when nothing is. */
    private Instant inTheWay(Occasion occasion, Actor actor, Instant at, StatementSpec statement) {
        Limit limit = limits.on(occasion);
        Timestamp inTheWay = statement
                .param("person", actor.id())
                .param("country", actor.country().value())
                .param("occasion", occasion.name())
                .param("since", Timestamp.from(at.minus(Limits.WINDOW)))
                .param("ofPerson", limit.ofPerson())
                .param("ofCountry", limit.ofCountry())
                .param("valuesOfPerson", limit.valuesOfPerson())
                .param("valuesOfCountry", limit.valuesOfCountry())
                .query((row, number) -> row.getTimestamp(1))
                .list()
                .get(0);
        return inTheWay == null ? null : inTheWay.toInstant();
    }

    private static void requireOver(Instant inTheWay, Instant at) {
        if (inTheWay != null) {
            throw new ComparedTooOften(Duration.between(at, inTheWay.plus(Limits.WINDOW)));
        }
    }

    private static StatementSpec by(
            Actor actor, Occasion occasion, Instant at, Blinded given, StatementSpec statement) {
        return statement
                .param("at", Timestamp.from(at))
                .param("occasion", occasion.name())
                .param("person", actor.id())
                .param("issuer", actor.issuer())
                .param("role", actor.role().name())
                .param("country", actor.country().value())
                .param("by", names(given.values().keySet()))
                .param("compared", given.all().size());
    }

    private StatementSpec compared(Blinded given, CaseId caseId, Set<BlindIndex> again, String sql) {
        return jdbc.sql(sql)
                .param("names", names(given.all().stream().map(One::index).toList()))
                .param("values", given.all().stream().map(One::value).toArray(Integer[]::new))
                .param("case", caseId == null ? null : caseId.value())
                .param("again", names(again));
    }

    private static String[] names(Collection<BlindIndex> indices) {
        return indices.stream().map(BlindIndex::name).toArray(String[]::new);
    }

    /**
     * Another country has become responsible: it is asked from now on.
     *
     * @param lost what it cannot read, and what is therefore not compared any more
     */
    void moved(CaseId caseId, CountryCode holder, Set<BlindIndex> lost) {
        for (String table : List.of("person", "finding")) {
            jdbc.sql("UPDATE duplicates." + table + " SET holder = :holder WHERE case_id = :case")
                    .param("holder", holder.value())
                    .param("case", caseId.value())
                    .update();
        }
        for (String table : lost.isEmpty() ? List.<String>of() : List.of("blind", "finding")) {
            jdbc.sql("DELETE FROM duplicates." + table + " WHERE case_id = :case AND compared_by = ANY (:lost)")
                    .param("case", caseId.value())
                    .param("lost", names(lost))
                    .update();
        }
    }

    /** Nobody is compared with her any more. */
    public void forget(CaseId caseId) {
        jdbc.sql("DELETE FROM duplicates.person WHERE case_id = ?")
                .param(caseId.value())
                .update();
    }
}
