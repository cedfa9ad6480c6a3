package org.trm.events.types;

import java.util.Set;

/**
 * The minimal data set M1: all that an addressed country learns before it accepts. It is coarse, names nobody, and is
 * carried only by the opening of a case and by its revisions.
 */
public record MinimalDataSet(
        AgeBand ageBand,
        Gender gender,
        LanguageCode language,
        CitizenshipCode citizenship,
        ExploitationForm exploitation,
        Set<Need> needs,
        Urgency urgency,
        RiskLevel riskLevel,
        LegalStayNeed legalStayNeed) {

    public MinimalDataSet {
        needs = Vocabulary.ordered(Need.class, needs);
    }
}
