package org.trm.query.person;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.privacy.KeyWrap;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DocumentId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Relation;
import org.trm.events.wiring.WrapTable;
import org.trm.query.access.AccessScope;
import org.trm.query.reading.Seen;
import org.trm.query.web.QueryProblem;
import org.trm.query.web.Unanswered;

/**
 * The wraps by which a country may read, given out only together with a record of what they are for: if that cannot be
 * written, nothing is opened. They are asked for anew each time, so that one that was taken away opens nothing more.
 */
@Component
class Openings {
    private static final String WRAPS =
            "SELECT " + WrapTable.COLUMNS + " FROM " + WrapTable.NAME + " WHERE case_id = ? AND country = ?";

    private static final String RECORD = """
            INSERT INTO reads.opening
                (opened_at, case_id, version, reader, issuer, role, country, organisation, purpose, fields,
                 document, legal_ground)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final Logger LOG = LoggerFactory.getLogger(Openings.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Openings(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * The wraps of her country, by key, once it is recorded what she opens with them. What is read for the person herself
     * is recorded also when nothing can be opened: nothing else says that she was answered, and by whom.
     *
     * @param document whose content she opens; null when she opens what is recorded of the person
     * @param opening what she would open with such wraps
     * @throws QueryProblem when it cannot be recorded
     */
    Map<DataKeyId, KeyWrap> recorded(
            AccessScope scope,
            Opener opener,
            Seen<PersonRow> seen,
            DocumentId document,
            Function<Map<DataKeyId, KeyWrap>, List<PersonalField>> opening) {
        try {
            return transactions.execute(status -> {
                Map<DataKeyId, KeyWrap> wraps = wraps(seen.row().caseId(), scope.country());
                byGround(opener.purpose(), seen.sight().standing(), opening.apply(wraps), document)
                        .forEach((ground, opened) -> record(scope, opener, seen.row(), document, ground, opened));
                return wraps;
            });
        } catch (TransactionSystemException e) {
            throw unrecorded(e);
        }
    }

    private static Map<LegalGround, List<PersonalField>> byGround(
            ReadingPurpose purpose, Relation relation, List<PersonalField> opened, DocumentId document) {
        if (purpose == ReadingPurpose.DATA_SUBJECT_REQUEST && document == null) {
            return Map.of(LegalGround.DATA_SUBJECT_REQUEST, opened);
        }
        return opened.stream()
                .collect(Collectors.groupingBy(
                        field -> LegalGround.of(purpose, relation, field.reach()),
                        () -> new EnumMap<>(LegalGround.class),
                        Collectors.toList()));
    }

    /** Whatever stands in the way, be it that nothing can be written any more. */
    private static QueryProblem unrecorded(RuntimeException cause) {
        LOG.error("That somebody reads of a person could not be recorded; nothing was shown.", cause);
        return QueryProblem.of(Unanswered.READING_NOT_RECORDED);
    }

    private Map<DataKeyId, KeyWrap> wraps(CaseId caseId, CountryCode country) {
        return jdbc.sql(WRAPS).param(caseId.value()).param(country.value()).query(WrapTable::row).list().stream()
                .collect(Collectors.toMap(KeyWrap::key, Function.identity()));
    }

    private void record(
            AccessScope scope,
            Opener opener,
            PersonRow row,
            DocumentId document,
            LegalGround ground,
            List<PersonalField> opened) {
        try {
            insert(scope, opener, row, document, ground, opened);
        } catch (DataAccessException e) {
            throw unrecorded(e);
        }
    }

    private void insert(
            AccessScope scope,
            Opener opener,
            PersonRow row,
            DocumentId document,
            LegalGround ground,
            List<PersonalField> opened) {
        jdbc.sql(RECORD)
                .param(Timestamp.from(clock.instant()))
                .param(row.caseId().value())
                .param(row.version())
                .param(opener.who().id())
                .param(opener.who().alias())
                .param(scope.role().name())
                .param(scope.country().value())
                .param(
                        scope.organisation() == null
                                ? null
                                : scope.organisation().value())
                .param(opener.purpose().name())
                .param(opened.stream().map(PersonalField::name).toArray(String[]::new))
                .param(document == null ? null : document.value())
                .param(ground.name())
                .update();
    }
}
