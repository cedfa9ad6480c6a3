package org.trm.events.types;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The values of a country's standard operating procedure: data, published and versioned.
 *
 * @param allowances one for each {@link TimeLimit}; that of {@code REFLECTION}, which ends as it was granted, says how
 *     long before that it is announced
 * @param reflectionDays the shortest reflection period, at least 30 (CoE Convention art. 13)
 * @param consentDays for how long a consent is relied on before it is asked again
 * @param mandatoryNeeds needs that must be answered in the receiving country before departure
 * @param weekend days that are not working days
 * @param zone an IANA zone id, in which days begin and end
 */
public record Procedure(
        Map<TimeLimit, Allowance> allowances,
        int reflectionDays,
        int riskAssessmentDays,
        int consentDays,
        Set<Need> mandatoryNeeds,
        Set<DayOfWeek> weekend,
        ZoneCode zone) {

    public Procedure {
        EnumMap<TimeLimit, Allowance> all = new EnumMap<>(TimeLimit.class);
        all.putAll(allowances);
        allowances = Collections.unmodifiableMap(all);
        mandatoryNeeds = Vocabulary.ordered(Need.class, mandatoryNeeds);
        weekend = Vocabulary.ordered(DayOfWeek.class, weekend);
    }
}
