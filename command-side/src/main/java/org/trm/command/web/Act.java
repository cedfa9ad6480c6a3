package org.trm.command.web;

import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Rule;
import org.trm.events.types.CaseId;
import org.trm.events.types.ConsentId;
import org.trm.events.types.ReferralId;

/**
 * One act as it arrives: who acts and on what terms. A method of a REST class makes the command of it and gets the answer.
 * Ids that the client leaves out are the act's own id, so that the same act always makes the same things.
 */
public final class Act {
    private static final CacheControl PRIVATE = CacheControl.noStore().cachePrivate();

    private final Acts acts;
    private final Acts.Origin origin;
    private CaseId opened;
    private ReferralId drafted;
    private ConsentId consented;

    Act(Acts acts, Acts.Origin origin) {
        this.acts = acts;
        this.origin = origin;
    }

    /** The id of the case that this act opens. */
    public CaseId caseId(CaseId chosen) {
        opened = chosen == null ? new CaseId(origin.commandId()) : chosen;
        return opened;
    }

    /** The id of the referral that this act drafts. */
    public ReferralId referralId(ReferralId chosen) {
        drafted = chosen == null ? new ReferralId(origin.commandId()) : chosen;
        return drafted;
    }

    /** The id of the consent that this act records. */
    public ConsentId consentId(ConsentId chosen) {
        consented = chosen == null ? new ConsentId(origin.commandId()) : chosen;
        return consented;
    }

    /** Gives the command to its case: 201 where something came into being, else 200; a refusal becomes its problem. */
    public ResponseEntity<Receipt> done(CaseCommand command) {
        Decision decision = acts.give(command, origin);
        if (decision instanceof Refused refused) {
            throw new Unanswerable(problem(refused, command.caseId()));
        }
        Receipt receipt = new Receipt(
                command.caseId().value(),
                decision.version(),
                drafted == null ? null : drafted.value(),
                consented == null ? null : consented.value());
        URI created = created(command.caseId());
        return (created == null ? ResponseEntity.ok() : ResponseEntity.created(created))
                .eTag(Long.toString(decision.version()))
                .cacheControl(PRIVATE)
                .body(receipt);
    }

    private URI created(CaseId caseId) {
        if (opened != null) {
            return URI.create("/api/cases/" + caseId);
        } else if (drafted != null) {
            return URI.create("/api/cases/" + caseId + "/referrals/" + drafted);
        }
        return consented == null ? null : URI.create("/api/cases/" + caseId + "/consents/" + consented);
    }

    private static Problem problem(Refused refused, CaseId caseId) {
        Problem problem = Problem.of(refused);
        return refused.rule() == Rule.VERSION_MISMATCH
                ? problem.with("timeline", "/api/cases/" + caseId + "/timeline")
                : problem;
    }
}
