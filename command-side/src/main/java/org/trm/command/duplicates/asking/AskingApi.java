package org.trm.command.duplicates.asking;

import io.swagger.v3.oas.annotations.Operation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.command.casefile.person.PersonApi.Identity;
import org.trm.command.casefile.person.PersonApi.Papers;
import org.trm.command.duplicates.Blinded;
import org.trm.command.duplicates.Blinding;
import org.trm.command.duplicates.Comparisons;
import org.trm.command.web.Body;
import org.trm.command.web.Optional;
import org.trm.events.types.Actor;
import org.trm.events.types.CountryCode;
import org.trm.events.types.PersonalField;
import tools.jackson.databind.json.JsonMapper;

/** Whether somebody whom a focal point has before her may be known already, over HTTP. */
@RestController
@RequestMapping("/api/possible-duplicates")
final class AskingApi {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String EXAMPLE = """
            {"identity": {"familyName": "Synthetic", "givenNames": "Person", "bornOn": "2000-02-29"},
             "papers": {"papers": [{"kind": "PASSPORT", "number": "X0000000", "issuedBy": "RO"}]}}""";

    /** As it would be recorded of her; by a name without a date of birth nobody is compared. */
    record Somebody(@Optional Identity identity, @Optional Papers papers) {
        Somebody {
            boolean byName = identity != null && identity.bornOn() != null;
            boolean byPapers = papers != null && !papers.papers().isEmpty();
            if (!byName && !byPapers) {
                throw new IllegalArgumentException("must have an identity with its date of birth, or papers");
            }
        }

        private Map<PersonalField, byte[]> values() {
            Map<PersonalField, byte[]> values = new EnumMap<>(PersonalField.class);
            if (identity != null && identity.bornOn() != null) {
                values.put(
                        PersonalField.IDENTITY,
                        JSON.writeValueAsBytes(Map.of(
                                "familyName", identity.familyName(),
                                "givenNames", identity.givenNames(),
                                "bornOn", identity.bornOn())));
            }
            if (papers != null) {
                List<Map<String, Object>> numbers = papers.papers().stream()
                        .map(paper -> Map.<String, Object>of(
                                "issuedBy", paper.issuedBy().value(), "number", paper.number()))
                        .toList();
                values.put(PersonalField.PAPERS, JSON.writeValueAsBytes(Map.of("papers", numbers)));
            }
            return values;
        }
    }

    /** @param countries whose focal points may know her and are to be asked; none when nobody is known who is like her */
    record Match(List<String> countries) {}

    private final FocalPoints focalPoints;
    private final Blinding blinding;
    private final Comparisons comparisons;

    AskingApi(FocalPoints focalPoints, Blinding blinding, Comparisons comparisons) {
        this.focalPoints = focalPoints;
        this.blinding = blinding;
        this.comparisons = comparisons;
    }

    @Operation(
            operationId = "askForDuplicates",
            summary = "Ask whether somebody may be known already",
            description =
                    "By a national focal point. Answers which countries' focal points to ask, one's own among them, and "
                            + "nothing else; no case comes of it. That you asked is recorded before you are answered, and how "
                            + "often one may is limited: 429 says when you may again.")
    @PostMapping
    ResponseEntity<Match> ask(@Body(example = EXAMPLE) Somebody body, Actor actor) {
        focalPoints.require(actor);
        Blinded blinded = blinding.of(body.values(), actor.country());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(new Match(comparisons.asked(actor, blinded).stream()
                        .map(CountryCode::value)
                        .toList()));
    }
}
