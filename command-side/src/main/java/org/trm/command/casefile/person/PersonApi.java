package org.trm.command.casefile.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.command.web.Act;
import org.trm.command.web.Body;
import org.trm.command.web.Gives;
import org.trm.command.web.Line;
import org.trm.command.web.Optional;
import org.trm.command.web.Past;
import org.trm.command.web.Prose;
import org.trm.command.web.Receipt;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.MaritalStatus;
import org.trm.events.types.PaperKind;

/** What is recorded about the person by name, over HTTP: it is sealed here, before a command exists. */
@RestController
@RequestMapping("/api/cases/{caseId}/person")
public final class PersonApi {
    private static final String EXAMPLE = """
            {"identity": {"familyName": "Synthetic", "givenNames": "Person", "bornOn": "2000-02-29"},
             "papers": {"papers": [{"kind": "PASSPORT", "number": "X0000000", "issuedBy": "RO"}]}}""";

    /** By the names of the fields, in the terms of HTCDS where it has one. */
    record Person(
            @Optional Identity identity,
            @Optional Papers papers,
            @Optional Contact contact,
            @Optional Whereabouts whereabouts,
            @Optional TravelPlan travelPlan,
            @Optional Narrative account,
            @Optional Narrative handoverNote,
            @Optional Narrative healthNote,
            @Optional Narrative psychosocialNote,
            @Optional Narrative residence,
            @Optional Narrative asylum,
            @Optional Narrative proceedings,
            @Optional Narrative offences,
            @Optional Narrative perpetrators,
            @Optional Narrative family,
            @Optional Narrative risk,
            @Optional LocalDate occurredOn) {}

    public record Identity(
            Line familyName,
            Line givenNames,
            @Optional Line otherNames,
            @Optional @Past LocalDate bornOn,
            @Optional Line birthPlace,
            @Optional Line identityNumber,
            @Optional Line language,
            @Optional MaritalStatus maritalStatus) {}

    /** No more than somebody has: of what is recorded here and in questions each one is compared. */
    public record Papers(Set<Paper> papers) {
        private static final int MOST = 10;

        public Papers {
            if (papers.isEmpty() || papers.size() > MOST) {
                throw new IllegalArgumentException(
                        "must be 1 to " + MOST + " papers: leave them out where there are none");
            }
        }
    }

    public record Paper(
            PaperKind kind,
            Line number,
            CountryCode issuedBy,
            @Optional LocalDate validUntil) {}

    record Contact(
            @Optional Line mobilePhone,
            @Optional Line homePhone,
            @Optional Line email,
            @Optional Prose otherwise) {}

    record Whereabouts(Prose address, @Optional LocalDate since) {}

    record TravelPlan(
            Prose route,
            @Optional Line meetingPoint,
            @Optional Line recognitionSign) {}

    record Narrative(Prose text) {}

    @Gives(RecordPersonalData.class)
    @PostMapping
    ResponseEntity<Receipt> recordPersonalData(
            @PathVariable CaseId caseId, @Body(example = EXAMPLE) Person body, Act act) {
        RecordPersonalData intent = new RecordPersonalData(caseId, List.of(), body.occurredOn());
        return act.done(caseId, () -> intent.with(act.sealed(intent, body)));
    }
}
