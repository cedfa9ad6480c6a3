package org.trm.query.person;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.privacy.KeyWrap;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DocumentId;
import org.trm.events.types.PersonalField;
import org.trm.events.wiring.WrapTable;
import org.trm.query.access.AccessScope;

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
                (opened_at, case_id, version, reader, issuer, role, country, organisation, purpose, fields, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Openings(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * The wraps of her country, by key, once it is recorded what she opens with them.
     *
     * @param document whose content she opens; null when she opens what is recorded of the person
     * @param opening what she would open with such wraps
     */
    Map<DataKeyId, KeyWrap> recorded(
            AccessScope scope,
            Opener opener,
            PersonRow row,
            DocumentId document,
            Function<Map<DataKeyId, KeyWrap>, List<PersonalField>> opening) {
        return transactions.execute(status -> {
            Map<DataKeyId, KeyWrap> wraps = wraps(row.caseId(), scope.country());
            List<PersonalField> opened = opening.apply(wraps);
            if (!opened.isEmpty()) {
                record(scope, opener, row, document, opened);
            }
            return wraps;
        });
    }

    private Map<DataKeyId, KeyWrap> wraps(CaseId caseId, CountryCode country) {
        return jdbc.sql(WRAPS).param(caseId.value()).param(country.value()).query(WrapTable::row).list().stream()
                .collect(Collectors.toMap(KeyWrap::key, Function.identity()));
    }

    private void record(
            AccessScope scope, Opener opener, PersonRow row, DocumentId document, List<PersonalField> opened) {
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
                .update();
    }
}
