package org.trm.command.casefile.person;

import static org.trm.command.casefile.ActedBy.Party.HOLDER;
import static org.trm.events.types.Role.CHILD_PROTECTION_AUTHORITY;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.CONSULATE;
import static org.trm.events.types.Role.HEALTH_PROVIDER;
import static org.trm.events.types.Role.IOM_OFFICER;
import static org.trm.events.types.Role.MIGRATION_AUTHORITY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;
import static org.trm.events.types.Role.POLICE;
import static org.trm.events.types.Role.PROSECUTOR;
import static org.trm.events.types.Role.SHELTER_PROVIDER;

import java.time.LocalDate;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Rule;
import org.trm.events.PersonalEvent.DocumentAttached;
import org.trm.events.types.CaseId;
import org.trm.events.types.ContentHash;
import org.trm.events.types.DocumentId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Sealed;

/**
 * Attaches a document to one of the fields about the person, sealed like that field and shown to whoever may see it, in the
 * hands of who answers for it. It stays as it is, until it is taken back; a better one is attached beside it.
 *
 * @param description title and format
 * @param content of the document as it was sealed
 */
@ActedBy(
        value = HOLDER,
        roles = {
            NATIONAL_FOCAL_POINT,
            COMPETENT_AUTHORITY,
            CHILD_PROTECTION_AUTHORITY,
            POLICE,
            PROSECUTOR,
            MIGRATION_AUTHORITY,
            CONSULATE,
            NGO_CASE_MANAGER,
            SHELTER_PROVIDER,
            HEALTH_PROVIDER,
            IOM_OFFICER
        })
public record AttachDocument(
        CaseId caseId, DocumentId documentId, Sealed description, ContentHash content, LocalDate occurredOn)
        implements CaseCommand {
    /** In one case. What fills the store of all must not be in the hands of one. */
    public static final int MOST = 200;

    @Override
    public Decision decide(CaseState state, Context context) {
        PersonalField field = description.field();
        return Checks.on(state)
                .require(
                        RecordPersonalData.recorders(field)
                                .contains(context.actor().role()),
                        Rule.FIELD_OF_ANOTHER_ROLE,
                        "field",
                        field,
                        "allowed",
                        RecordPersonalData.recorders(field))
                .require(!state.documents().containsKey(documentId), Rule.DOCUMENT_ID_USED, "pointer", "/documentId")
                .require(lying(state) < MOST, Rule.TOO_MANY_DOCUMENTS, "most", MOST)
                .happenedOne(() -> new DocumentAttached(caseId, documentId, description, content, occurredOn));
    }

    private static long lying(CaseState state) {
        return state.documents().values().stream()
                .filter(document -> !document.withdrawn())
                .count();
    }
}
