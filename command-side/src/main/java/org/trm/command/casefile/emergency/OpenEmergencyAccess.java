package org.trm.command.casefile.emergency;

import static org.trm.command.casefile.ActedBy.Party.HOLDER_OR_RECEIVER;
import static org.trm.events.types.Role.CHILD_PROTECTION_AUTHORITY;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.CONSULATE;
import static org.trm.events.types.Role.HEALTH_PROVIDER;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;
import static org.trm.events.types.Role.POLICE;
import static org.trm.events.types.Role.SHELTER_PROVIDER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.EmergencyAccess;
import org.trm.command.casefile.Rule;
import org.trm.events.EmergencyEvent.EmergencyAccessOpened;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.EmergencyGround;
import org.trm.events.types.TimeLimit;

/**
 * In an emergency whoever acts may read for three hours, without being named on the case, what is needed to find and to
 * protect the person; others look into it afterwards, and before they have she opens no other one in this case, nor ever
 * again after one that was not justified. Her country must be entitled to what is known of her: where its keys
 * open nothing, no emergency does.
 */
@ActedBy(
        value = HOLDER_OR_RECEIVER,
        roles = {
            NATIONAL_FOCAL_POINT,
            COMPETENT_AUTHORITY,
            CHILD_PROTECTION_AUTHORITY,
            POLICE,
            HEALTH_PROVIDER,
            SHELTER_PROVIDER,
            NGO_CASE_MANAGER,
            CONSULATE
        })
public record OpenEmergencyAccess(CaseId caseId, EmergencyAccessId accessId, EmergencyGround ground)
        implements CaseCommand {
    /** Default, as in DHIS2 Tracker: long enough to act, too short to make a habit of it. */
    private static final Duration LASTS = Duration.ofHours(3);

    @Override
    public Decision decide(CaseState state, Context context) {
        CountryCode country = context.actor().country();
        List<EmergencyAccess> hers = state.emergencyAccesses().stream()
                .filter(access -> access.openedBy().equals(context.actor().id()))
                .toList();
        Optional<EmergencyAccess> open = hers.stream()
                .filter(access -> access.isOpenTo(context.actor(), context.now()))
                .findFirst();
        Optional<EmergencyAccess> unreviewed =
                hers.stream().filter(access -> !access.reviewed()).findFirst();
        return Checks.on(state)
                .require(state.emergencyAccess(accessId).isEmpty(), Rule.ACCESS_ID_USED, "pointer", "/accessId")
                .require(() -> isEntitled(state, country), Rule.NOTHING_RELEASED)
                .require(
                        open.isEmpty(),
                        Rule.EMERGENCY_ACCESS_OPEN,
                        "until",
                        open.map(EmergencyAccess::until).orElse(null))
                .require(hers.stream().noneMatch(EmergencyAccess::notJustified), Rule.EMERGENCY_ACCESS_NOT_JUSTIFIED)
                .require(
                        unreviewed.isEmpty(),
                        Rule.EMERGENCY_ACCESS_UNREVIEWED,
                        "accessId",
                        unreviewed.map(EmergencyAccess::id).orElse(null))
                .happenedOne(() -> opened(state, context));
    }

    private static boolean isEntitled(CaseState state, CountryCode country) {
        return state.holder().equals(country) || state.access().isSharedWith(country);
    }

    private EmergencyAccessOpened opened(CaseState state, Context context) {
        Instant until = context.now().plus(LASTS);
        Deadline review =
                context.start(TimeLimit.EMERGENCY_REVIEW, context.actor().country());
        return new EmergencyAccessOpened(
                caseId, accessId, ground, until, review, state.emergencyReview().orElse(review));
    }
}
