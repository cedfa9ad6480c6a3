package org.trm.command.casefile;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.casefile.closing.CloseCase;
import org.trm.command.casefile.closing.ReopenCase;
import org.trm.command.casefile.consent.RecordConsent;
import org.trm.command.casefile.consent.WithdrawConsent;
import org.trm.command.casefile.emergency.OpenEmergencyAccess;
import org.trm.command.casefile.emergency.ReviewEmergencyAccess;
import org.trm.command.casefile.erasure.ConfirmErasure;
import org.trm.command.casefile.erasure.LiftLegalHold;
import org.trm.command.casefile.erasure.PlaceLegalHold;
import org.trm.command.casefile.erasure.RedactSealedData;
import org.trm.command.casefile.erasure.RequestErasure;
import org.trm.command.casefile.erasure.WithdrawErasureRequest;
import org.trm.command.casefile.identification.DecideIdentification;
import org.trm.command.casefile.identification.DecideReasonableGrounds;
import org.trm.command.casefile.intake.AssessNeeds;
import org.trm.command.casefile.intake.OpenCase;
import org.trm.command.casefile.intake.RecordScreening;
import org.trm.command.casefile.intake.ReviseMinimalDataSet;
import org.trm.command.casefile.person.AttachDocument;
import org.trm.command.casefile.person.RecordPersonalData;
import org.trm.command.casefile.person.WithdrawDocument;
import org.trm.command.casefile.protection.AppointGuardian;
import org.trm.command.casefile.protection.DetermineBestInterests;
import org.trm.command.casefile.protection.EndGuardianship;
import org.trm.command.casefile.protection.ExtendReflectionPeriod;
import org.trm.command.casefile.protection.GrantReflectionPeriod;
import org.trm.command.casefile.protection.PresumeMinor;
import org.trm.command.casefile.protection.TerminateReflectionPeriod;
import org.trm.command.casefile.protection.VerifyAge;
import org.trm.command.casefile.protection.WaiveReflectionPeriod;
import org.trm.command.casefile.referral.AcceptConditionally;
import org.trm.command.casefile.referral.AcceptReferral;
import org.trm.command.casefile.referral.AcknowledgeHandover;
import org.trm.command.casefile.referral.AcknowledgeReceipt;
import org.trm.command.casefile.referral.AuthoriseDeparture;
import org.trm.command.casefile.referral.CompleteReferral;
import org.trm.command.casefile.referral.ConfirmArrival;
import org.trm.command.casefile.referral.ConfirmPrecondition;
import org.trm.command.casefile.referral.ConfirmServices;
import org.trm.command.casefile.referral.DeclineReferral;
import org.trm.command.casefile.referral.DeliverAnswer;
import org.trm.command.casefile.referral.DraftReferral;
import org.trm.command.casefile.referral.FailTransfer;
import org.trm.command.casefile.referral.ForwardReferral;
import org.trm.command.casefile.referral.MeetCondition;
import org.trm.command.casefile.referral.RecordDeparture;
import org.trm.command.casefile.referral.RecordIncident;
import org.trm.command.casefile.referral.RequestInformation;
import org.trm.command.casefile.referral.ResumeJourney;
import org.trm.command.casefile.referral.RevokePrecondition;
import org.trm.command.casefile.referral.SubmitMonitoringReport;
import org.trm.command.casefile.referral.SubmitReferral;
import org.trm.command.casefile.referral.SupplyInformation;
import org.trm.command.casefile.referral.WaiveMonitoringReport;
import org.trm.command.casefile.referral.WithdrawReferral;
import org.trm.command.casefile.risk.RecordRiskAssessment;
import org.trm.command.casefile.timelimit.PassTimeLimit;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;

/** The case as Axon sees it: one line a command, one handler for all events, and no rule. */
public final class Case {
    /** The unit of work's resource that holds the instant at which its events are recorded. */
    public static final String RECORDED_AT = "recordedAt";

    /** The resource that holds the {@link AccessOfAct}, when an act has been done to a case that there was. */
    public static final String ACCESS = "access";

    @AggregateIdentifier
    private CaseId id;

    private CaseState state;

    Case() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Decision handle(OpenCase command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(RecordPersonalData command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(CloseCase command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(ReopenCase command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(RecordConsent command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(WithdrawConsent command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(DecideIdentification command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(DecideReasonableGrounds command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(AssessNeeds command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(RecordScreening command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(ReviseMinimalDataSet command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(AppointGuardian command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(DetermineBestInterests command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(EndGuardianship command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(ExtendReflectionPeriod command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(GrantReflectionPeriod command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(PresumeMinor command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(TerminateReflectionPeriod command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(VerifyAge command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(WaiveReflectionPeriod command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(AcceptConditionally command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(AcceptReferral command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(AcknowledgeHandover command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(AcknowledgeReceipt command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(AuthoriseDeparture command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(CompleteReferral command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(ConfirmArrival command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(ConfirmPrecondition command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(ConfirmServices command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(DeclineReferral command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(DeliverAnswer command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(DraftReferral command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(FailTransfer command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(ForwardReferral command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(MeetCondition command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(RecordDeparture command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(RecordIncident command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(RequestInformation command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(ResumeJourney command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(RevokePrecondition command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(SubmitMonitoringReport command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(SubmitReferral command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(SupplyInformation command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(WaiveMonitoringReport command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(WithdrawReferral command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(RecordRiskAssessment command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(RequestErasure command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(WithdrawErasureRequest command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(ConfirmErasure command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(RedactSealedData command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(PlaceLegalHold command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(LiftLegalHold command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(OpenEmergencyAccess command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(ReviewEmergencyAccess command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(AttachDocument command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(WithdrawDocument command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    Decision handle(PassTimeLimit command, Context context) {
        return decide(command, context);
    }

    @EventSourcingHandler
    void on(CaseEvent event, @Timestamp Instant at, Actor actor) {
        id = event.caseId();
        long version = state == null ? 1 : state.version() + 1;
        state = CaseState.after(state, new Recorded<>(event, version, at, actor));
    }

    /** As rules see it; null before the first event. */
    public CaseState state() {
        return state;
    }

    private Decision decide(CaseCommand command, Context context) {
        CaseState before = state;
        Context current = state == null ? context : context.notBefore(state.recordedAt());
        CurrentUnitOfWork.get().resources().put(RECORDED_AT, current.now());
        Decision decision = Judge.judge(command, state, context);
        if (decision instanceof Happened happened) {
            happened.events().forEach(event -> apply(event, provenance(current)));
            if (before != null) {
                CurrentUnitOfWork.get().resources().put(ACCESS, state.accessSince(before));
            }
        }
        return decision;
    }

    /** The procedure of the country that held the case when this was decided. */
    private MetaData provenance(Context context) {
        if (state == null) {
            return MetaData.with(
                    "procedure",
                    context.directory()
                            .procedure(context.actor().country())
                            .version()
                            .toString());
        }
        return MetaData.with(
                "procedure",
                context.directory().procedure(state.holder()).version().toString());
    }
}
