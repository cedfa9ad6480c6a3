package org.trm.query.view;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trm.events.CaseEvent;
import org.trm.events.types.CaseId;

/**
 * A read model of cases, and all that the machinery must know of it: it is kept up to date, rebuilt and told as of the
 * past by what is declared here. A view is added by adding a bean of this type.
 */
public interface CaseView<R extends CaseRow> {
    /** In snake_case and stable: it names the view's schema, its processor and its administration. */
    String name();

    /** Raised whenever tables or fold change in a way that makes what is stored wrong: the view is then built anew. */
    int layout();

    /** The view's fold; pure. */
    CaseFold<R> fold();

    /**
     * The view's tables. The first holds one line a case, with the columns {@code case_id} (its key) and
     * {@code version}: by it one sees how far a case has come.
     */
    List<Table<R, ?>> tables();

    /**
     * The rows of those of these cases that the view has, with all that the fold needs to go on. One statement a
     * table, in the transaction that is open.
     */
    Map<CaseId, R> load(Schema schema, Collection<CaseId> cases);

    /** Whether an event changes lines that were written before it: what it follows is then read with all its lines. */
    default boolean rewrites(CaseEvent event) {
        return false;
    }

    /** The row of one case as readers are told of it: with all its lines. */
    default Optional<R> read(Schema schema, CaseId caseId) {
        return Optional.ofNullable(load(schema, List.of(caseId)).get(caseId));
    }

    /** Creates tables and indexes in {@code ${schema}}, which exists. By default the resource {@code <name>.sql} beside the class. */
    default String ddl() {
        return Sql.beside(getClass(), name() + ".sql");
    }
}
