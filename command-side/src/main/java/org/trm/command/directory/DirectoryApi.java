package org.trm.command.directory;

import java.net.URI;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.directory.DirectoryCommand.PauseReferrals;
import org.trm.command.directory.DirectoryCommand.PublishProcedure;
import org.trm.command.directory.DirectoryCommand.ResumeReferrals;
import org.trm.command.directory.DirectoryCommand.Ruling;
import org.trm.command.web.Act;
import org.trm.command.web.Body;
import org.trm.command.web.Gives;
import org.trm.command.web.Nothing;
import org.trm.command.web.Optional;
import org.trm.events.types.Allowance;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Need;
import org.trm.events.types.Procedure;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.TimeSpan;
import org.trm.events.types.ZoneCode;

/** What a country publishes about itself over HTTP. Who may act for a country, and networks, are the operator's to seed. */
@RestController
@RequestMapping("/api/directory/countries/{country}")
public final class DirectoryApi {
    /** A procedure as it is read in the directory. */
    public record Values(
            Map<TimeLimit, Limit> allowances,
            int reflectionDays,
            int riskAssessmentDays,
            int consentDays,
            Set<Need> mandatoryNeeds,
            Set<DayOfWeek> weekend,
            ZoneCode zone) {

        public Procedure procedure() {
            Map<TimeLimit, Allowance> all = new EnumMap<>(TimeLimit.class);
            allowances.forEach((limit, span) -> all.put(limit, new Allowance(span.escalates(), span.lapses())));
            return new Procedure(all, reflectionDays, riskAssessmentDays, consentDays, mandatoryNeeds, weekend, zone);
        }

        /** Why no country could publish this; empty when one could. */
        public java.util.Optional<Refused> refusal() {
            return ProcedureRules.refuse(procedure()).map(Ruling::refused);
        }
    }

    public record Limit(TimeSpan escalates, @Optional TimeSpan lapses) {}

    private static final String EXAMPLE = """
            {"allowances": {
              "REASONABLE_GROUNDS": {"escalates": {"amount": 5, "unit": "WORKING_DAYS"}},
              "REFLECTION": {"escalates": {"amount": 7, "unit": "DAYS"}},
              "DRAFT": {"escalates": {"amount": 15, "unit": "WORKING_DAYS"}, "lapses": {"amount": 1, "unit": "MONTHS"}},
              "ACKNOWLEDGEMENT": {"escalates": {"amount": 2, "unit": "WORKING_DAYS"}, "lapses": {"amount": 14, "unit": "DAYS"}},
              "EMERGENCY_ACKNOWLEDGEMENT": {"escalates": {"amount": 4, "unit": "HOURS"}, "lapses": {"amount": 14, "unit": "DAYS"}},
              "DECISION": {"escalates": {"amount": 10, "unit": "WORKING_DAYS"}, "lapses": {"amount": 30, "unit": "DAYS"}},
              "CHILD_DECISION": {"escalates": {"amount": 5, "unit": "WORKING_DAYS"}, "lapses": {"amount": 30, "unit": "DAYS"}},
              "INFORMATION": {"escalates": {"amount": 15, "unit": "WORKING_DAYS"}, "lapses": {"amount": 1, "unit": "MONTHS"}},
              "CONDITIONS": {"escalates": {"amount": 15, "unit": "WORKING_DAYS"}, "lapses": {"amount": 1, "unit": "MONTHS"}},
              "PREPARATION": {"escalates": {"amount": 45, "unit": "DAYS"}, "lapses": {"amount": 60, "unit": "DAYS"}},
              "DEPARTURE": {"escalates": {"amount": 11, "unit": "DAYS"}, "lapses": {"amount": 14, "unit": "DAYS"}},
              "ARRIVAL": {"escalates": {"amount": 24, "unit": "HOURS"}},
              "INTERRUPTION": {"escalates": {"amount": 24, "unit": "HOURS"}},
              "HANDOVER": {"escalates": {"amount": 24, "unit": "HOURS"}},
              "MONITORING": {"escalates": {"amount": 7, "unit": "DAYS"}},
              "EMERGENCY_REVIEW": {"escalates": {"amount": 72, "unit": "HOURS"}},
              "RETENTION": {"escalates": {"amount": 36, "unit": "MONTHS"}}},
             "reflectionDays": 45, "riskAssessmentDays": 90, "consentDays": 180,
             "mandatoryNeeds": ["SHELTER", "MEDICAL"], "weekend": ["SATURDAY", "SUNDAY"], "zone": "Europe/Bucharest"}""";

    private final DirectoryPublications publications;

    DirectoryApi(DirectoryPublications publications) {
        this.publications = publications;
    }

    @Gives(value = PublishProcedure.class, creates = true)
    @PostMapping("/procedures")
    ResponseEntity<DirectoryReceipt> publishProcedure(
            @PathVariable CountryCode country, @Body(example = EXAMPLE) Values body, Act act) {
        return published(act, new PublishProcedure(country, body.procedure()), URI.create(address(country)));
    }

    @Gives(PauseReferrals.class)
    @PostMapping("/pause")
    ResponseEntity<DirectoryReceipt> pauseReferrals(@PathVariable CountryCode country, @Body Nothing body, Act act) {
        return published(act, new PauseReferrals(country), null);
    }

    @Gives(ResumeReferrals.class)
    @PostMapping("/resumption")
    ResponseEntity<DirectoryReceipt> resumeReferrals(@PathVariable CountryCode country, @Body Nothing body, Act act) {
        return published(act, new ResumeReferrals(country), null);
    }

    private ResponseEntity<DirectoryReceipt> published(Act act, DirectoryCommand command, URI created) {
        return act.done(
                (asActed, further) -> publications.publish(command, asActed, further),
                created,
                version -> new DirectoryReceipt(command.country().value(), version));
    }

    private static String address(CountryCode country) {
        return "/api/directory/countries/" + country;
    }
}
