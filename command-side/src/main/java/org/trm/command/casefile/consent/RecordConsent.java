package org.trm.command.casefile.consent;

import static org.trm.command.casefile.ActedBy.Party.HOLDER;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.GUARDIAN;
import static org.trm.events.types.Role.LAWYER_OR_ADVOCATE;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;
import static org.trm.events.types.Role.SHELTER_PROVIDER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Directory;
import org.trm.command.casefile.Rule;
import org.trm.events.ConsentEvent.ConsentGiven;
import org.trm.events.types.CaseId;
import org.trm.events.types.ChildView;
import org.trm.events.types.ConsentHolder;
import org.trm.events.types.ConsentId;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DataClass;
import org.trm.events.types.DisclosurePurpose;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.OrganisationId;

/**
 * Records informed consent for one scope. An adult consents herself; for a child the guardian does and the child's own
 * view is recorded. It is relied on for as long as the holder's procedure says.
 *
 * @param country for which country; required for an enquiry, a transfer or a disclosure
 * @param organisation to which organisation data may go; required for a disclosure, as are classes and purpose
 */
@ActedBy(
        value = HOLDER,
        roles = {
            NATIONAL_FOCAL_POINT,
            COMPETENT_AUTHORITY,
            NGO_CASE_MANAGER,
            SHELTER_PROVIDER,
            LAWYER_OR_ADVOCATE,
            GUARDIAN
        })
public record RecordConsent(
        CaseId caseId,
        ConsentId consentId,
        ConsentScope scope,
        CountryCode country,
        OrganisationId organisation,
        Set<DataClass> dataClasses,
        DisclosurePurpose purpose,
        ConsentHolder holder,
        ChildView childView,
        LanguageCode language,
        boolean interpreter,
        LocalDate occurredOn,
        Long corrects)
        implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .require(state.consent(consentId).isEmpty(), Rule.CONSENT_ID_USED, "pointer", "/consentId")
                .requireCorrectable(state, corrects, ConsentGiven.class)
                .require(state.represented(), Rule.GUARDIAN_REQUIRED, "country", state.holder())
                .require(
                        holder == (state.minor() ? ConsentHolder.GUARDIAN : ConsentHolder.ADULT),
                        Rule.WRONG_CONSENT_HOLDER,
                        "pointer",
                        "/holder")
                .require(!state.minor() || childView != null, Rule.CHILD_VIEW_REQUIRED, "pointer", "/childView")
                .require(!scope.namesCountry() || country != null, Rule.COUNTRY_REQUIRED, "pointer", "/country")
                .require(() -> isInDirectory(context), Rule.COUNTRY_NOT_IN_DIRECTORY, "pointer", "/country")
                .require(scope != ConsentScope.DISCLOSURE || namesRecipient(), Rule.DISCLOSURE_INCOMPLETE)
                .require(() -> isOfCountry(context), Rule.ORGANISATION_NOT_IN_COUNTRY, "pointer", "/organisation")
                .happenedOne(() -> given(state, context));
    }

    private boolean isInDirectory(Context context) {
        return country == null || context.directory().mechanism(country).isPresent();
    }

    private boolean isOfCountry(Context context) {
        return organisation == null
                || country != null
                        && context.directory()
                                .mechanism(country)
                                .filter(m -> m.organisations().contains(organisation))
                                .isPresent();
    }

    private boolean namesRecipient() {
        return organisation != null && purpose != null && dataClasses != null && !dataClasses.isEmpty();
    }

    private ConsentGiven given(CaseState state, Context context) {
        Directory.InForce procedure = context.directory().procedure(state.holder());
        return new ConsentGiven(
                caseId,
                consentId,
                scope,
                country,
                organisation,
                dataClasses,
                purpose,
                holder,
                childView,
                language,
                interpreter,
                occurredOn,
                validUntil(state, context, procedure.values().consentDays()),
                procedure.version(),
                corrects);
    }

    private Instant validUntil(CaseState state, Context context, int days) {
        LocalDate given = occurredOn == null ? context.today(state.holder()) : occurredOn;
        return context.endOf(given.plusDays(days), state.holder());
    }
}
