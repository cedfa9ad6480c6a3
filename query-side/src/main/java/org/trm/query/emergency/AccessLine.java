package org.trm.query.emergency;

import java.util.List;
import java.util.function.Function;
import org.trm.query.emergency.Access.Review;
import org.trm.query.view.Column;

/** An access as it lies in the list of those who review it. */
record AccessLine(EmergencyRow row, Access access) {
    static final List<Column<AccessLine>> COLUMNS = List.of(
            column("case_id", line -> line.access.caseId()),
            column("access_id", line -> line.access.accessId()),
            column("reference", line -> line.row.reference()),
            column("holder", line -> line.access.holder()),
            column("country", line -> line.access.country()),
            column("organisation", line -> line.access.organisation()),
            column("role", line -> line.access.role()),
            column("officer", line -> line.access.officer()),
            column("ground", line -> line.access.ground()),
            column("opened_at", line -> line.access.openedAt()),
            column("until", line -> line.access.until()),
            column("due", line -> line.access.due()),
            column("reviewed_at", line -> line.review(Review::at)),
            column("reviewed_by", line -> line.review(Review::by)),
            column("finding", line -> line.review(Review::finding)));

    static List<AccessLine> of(EmergencyRow row) {
        return row.accesses().stream()
                .map(access -> new AccessLine(row, access))
                .toList();
    }

    private static Column<AccessLine> column(String name, Function<AccessLine, ?> value) {
        return new Column<>(name, value);
    }

    private <T> T review(Function<Review, T> part) {
        return access.reviewed() == null ? null : part.apply(access.reviewed());
    }
}
