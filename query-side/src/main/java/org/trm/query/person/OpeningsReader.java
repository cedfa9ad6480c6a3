package org.trm.query.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DocumentId;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Relation;
import org.trm.events.types.Role;
import org.trm.query.access.AccessScope;
import org.trm.query.access.Part;
import org.trm.query.reading.CaseReading;
import org.trm.query.reading.Seen;
import org.trm.query.reading.When;
import org.trm.query.web.QueryProblem;

/**
 * Reads who has opened what about a person (domain model 2.6, row K): those who answer for the case in the country that is
 * responsible see all of it, everybody else what her own country did, or her own organisation.
 */
@Component
public class OpeningsReader {
    private static final int PIECE = 500;

    private static final Set<Role> FOR_THE_COUNTRY = EnumSet.of(
            Role.NATIONAL_FOCAL_POINT,
            Role.COMPETENT_AUTHORITY,
            Role.CHILD_PROTECTION_AUTHORITY,
            Role.GUARDIAN,
            Role.LAWYER_OR_ADVOCATE,
            Role.AUDITOR,
            Role.DATA_PROTECTION_OFFICER);

    private static final Set<Role> NOBODY = EnumSet.of(Role.NATIONAL_COORDINATOR, Role.REGIONAL_COORDINATOR);

    /** What another country may be told that somebody opened: of what never goes over it does not even learn that there is any. */
    private static final String[] TOLD_ABROAD = Arrays.stream(PersonalField.values())
            .filter(field -> field.reach() != PersonalField.Reach.NEVER)
            .map(PersonalField::name)
            .toArray(String[]::new);

    private static final String LINES = """
            SELECT id, opened_at, version, country, organisation, role, reader, purpose, fields, document, legal_ground
            FROM reads.opening
            WHERE case_id = ? AND id > ?
              AND (country = ? OR fields && CAST(? AS text[]))
              AND (CAST(? AS text) IS NULL OR country = ?) AND (CAST(? AS text) IS NULL OR organisation = ?)
            ORDER BY id LIMIT ?""";

    private final PersonView view;
    private final CaseReading reading;
    private final JdbcClient jdbc;

    OpeningsReader(PersonView view, CaseReading reading, JdbcClient jdbc) {
        this.view = view;
        this.reading = reading;
        this.jdbc = jdbc;
    }

    /**
     * The lines that follow a number, as far as she may see them.
     *
     * @param of the country that opened it, such as one that must give back what it learned; null for every one
     * @throws QueryProblem when there is no such case for her, or none of this is for her role
     */
    public List<OpeningLine> after(AccessScope scope, CaseId caseId, CountryCode of, long number, int most) {
        Seen<PersonRow> seen = reading.read(view, scope, Part.PERSON, caseId, When.NOW);
        if (NOBODY.contains(scope.role())) {
            throw QueryProblem.unknownCase();
        }
        boolean forTheCountry = FOR_THE_COUNTRY.contains(scope.role());
        boolean all = forTheCountry && seen.sight().standing() == Relation.HOLDER;
        if (!all && of != null && !of.equals(scope.country())) {
            return List.of();
        }
        CountryCode shown = all ? of : scope.country();
        String country = shown == null ? null : shown.value();
        String organisation = forTheCountry ? null : scope.organisation().value();
        return jdbc
                .sql(LINES)
                .param(caseId.value())
                .param(number)
                .param(scope.country().value())
                .param(TOLD_ABROAD)
                .params(country, country, organisation, organisation, most)
                .query(OpeningsReader::line)
                .list()
                .stream()
                .map(line -> line.toldTo(scope.country()))
                .toList();
    }

    /** All of them. */
    public List<OpeningLine> all(AccessScope scope, CaseId caseId, CountryCode of) {
        List<OpeningLine> all = new ArrayList<>();
        List<OpeningLine> piece;
        long after = 0;
        do {
            piece = after(scope, caseId, of, after, PIECE);
            all.addAll(piece);
            after = piece.isEmpty() ? after : piece.get(piece.size() - 1).number();
        } while (piece.size() == PIECE);
        return all;
    }

    private static OpeningLine line(ResultSet row, int index) throws SQLException {
        String organisation = row.getString(5);
        return new OpeningLine(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.getLong(3),
                CountryCode.of(row.getString(4)),
                organisation == null ? null : OrganisationId.of(organisation),
                Role.valueOf(row.getString(6)),
                row.getObject(7, UUID.class),
                ReadingPurpose.valueOf(row.getString(8)),
                row.getString(11) == null ? null : LegalGround.valueOf(row.getString(11)),
                Arrays.stream((String[]) row.getArray(9).getArray())
                        .map(PersonalField::valueOf)
                        .toList(),
                Optional.ofNullable(row.getObject(10, UUID.class))
                        .map(DocumentId::new)
                        .orElse(null));
    }
}
