package org.trm.query.person;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.trm.events.types.CaseId;
import org.trm.events.types.Role;
import org.trm.query.access.AccessScope;
import org.trm.query.access.Entitlement;
import org.trm.query.access.Entitlements;
import org.trm.query.access.Part;
import org.trm.query.reading.CaseReading;
import org.trm.query.reading.Seen;
import org.trm.query.reading.When;
import org.trm.query.web.QueryProblem;
import org.trm.query.web.Unanswered;

/** Finds the case whose person somebody opens: in an emergency also where her organisation is not named on it. */
@Component
class PersonReading {
    private final PersonView view;
    private final CaseReading reading;
    private final Entitlements entitlements;
    private final Clock clock;

    PersonReading(PersonView view, CaseReading reading, Entitlements entitlements, Clock clock) {
        this.view = view;
        this.reading = reading;
        this.entitlements = entitlements;
        this.clock = clock;
    }

    /**
     * @throws QueryProblem when the purpose is not that of her role; when there is no such case for her; or when she names
     *     an emergency without having access in one
     */
    Seen<PersonRow> read(AccessScope scope, Opener opener, CaseId caseId, When when) {
        // The person asks nobody else: a ground of the reader's own choosing would stand in the record.
        if (opener.purpose() == ReadingPurpose.DATA_SUBJECT_REQUEST && scope.role() != Role.DATA_PROTECTION_OFFICER) {
            throw QueryProblem.of(Unanswered.PURPOSE_OF_ANOTHER_ROLE);
        }
        if (opener.purpose() != ReadingPurpose.EMERGENCY) {
            return reading.read(view, scope, Part.PERSON, caseId, when);
        }
        Entitlement entitlement = entitlements.inEmergency(scope);
        Seen<PersonRow> now = reading.read(view, entitlement, Part.PERSON, caseId, new When(null, when.atLeast()));
        if (!now.row().isOpenInEmergency(opener.who().id(), scope.country(), clock.instant())) {
            throw QueryProblem.of(Unanswered.EMERGENCY_ACCESS_REQUIRED);
        }
        return when.asOf() == null ? now : reading.read(view, entitlement, Part.PERSON, caseId, when);
    }
}
