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

import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.AttachedDocument;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Rule;
import org.trm.events.ErasureEvent.DocumentWithdrawn;
import org.trm.events.types.CaseId;
import org.trm.events.types.DocumentId;
import org.trm.events.types.DocumentWithdrawalGround;

/**
 * Takes back a document that the own country has attached, in the hands of who answers for its field: what was sealed of it
 * is destroyed. What another country attached is that country's record, and what must be kept is kept.
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
public record WithdrawDocument(CaseId caseId, DocumentId documentId, DocumentWithdrawalGround ground)
        implements CaseCommand {
    @Override
    public Decision decide(CaseState state, Context context) {
        AttachedDocument document = state.documents().get(documentId);
        return Checks.on(state)
                .require(
                        document != null && document.by().equals(context.actor().country()) && !document.withdrawn(),
                        Rule.UNKNOWN_DOCUMENT)
                .require(
                        () -> RecordPersonalData.recorders(document.field())
                                .contains(context.actor().role()),
                        Rule.FIELD_OF_ANOTHER_ROLE)
                .require(
                        state.legalHolds().isEmpty(),
                        Rule.LEGAL_HOLD_STANDS,
                        "countries",
                        state.legalHolds().keySet())
                .happenedOne(() -> new DocumentWithdrawn(caseId, documentId, document.field(), ground));
    }
}
