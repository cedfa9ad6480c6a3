package org.trm.events;

import static org.trm.events.Samples.BG;
import static org.trm.events.Samples.RO;
import static org.trm.events.Samples.RO_FOCAL_POINT;
import static org.trm.events.Samples.RO_PROCEDURE;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trm.events.types.Allowance;
import org.trm.events.types.Mechanism;
import org.trm.events.types.Mechanism.DataProtection;
import org.trm.events.types.Need;
import org.trm.events.types.NetworkId;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.Procedure;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.TimeSpan;
import org.trm.events.types.ZoneCode;

/** Examples of what countries publish about themselves. */
final class DirectorySamples {
    static final List<DirectoryEvent> EVENTS = List.of(
            new DirectoryEvent.MechanismRegistered(
                    RO,
                    new Mechanism(
                            RO,
                            RO_FOCAL_POINT.organisation(),
                            Set.of(OrganisationId.of("RO-NGO1"), RO_FOCAL_POINT.organisation()),
                            DataProtection.EUROPEAN_ECONOMIC_AREA)),
            new DirectoryEvent.ProcedurePublished(
                    RO,
                    RO_PROCEDURE,
                    new Procedure(
                            Map.of(
                                    TimeLimit.DECISION,
                                    new Allowance(TimeSpan.workingDays(10), TimeSpan.days(30)),
                                    TimeLimit.ARRIVAL,
                                    new Allowance(TimeSpan.hours(24), TimeSpan.months(1))),
                            90,
                            91,
                            180,
                            Set.of(Need.PSYCHOSOCIAL, Need.SHELTER),
                            Set.of(DayOfWeek.SUNDAY, DayOfWeek.SATURDAY),
                            new ZoneCode("Europe/Bucharest"))),
            new DirectoryEvent.ReferralsPaused(RO),
            new DirectoryEvent.ReferralsResumed(RO),
            new DirectoryEvent.NetworkFormed(new NetworkId("SEE"), Set.of(RO, BG)));

    private DirectorySamples() {}
}
