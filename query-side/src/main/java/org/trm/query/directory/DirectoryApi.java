package org.trm.query.directory;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.events.types.CountryCode;
import org.trm.query.access.AccessScope;
import org.trm.query.directory.DirectoryPicture.Country;
import org.trm.query.directory.DirectoryPicture.Network;
import org.trm.query.web.Page;
import org.trm.query.web.QueryProblem;
import org.trm.query.web.Tagged;

/** Which countries take part, by which procedures, and in which networks. */
@RestController
@RequestMapping(path = "/api/directory", produces = MediaType.APPLICATION_JSON_VALUE)
class DirectoryApi {
    private final DirectoryReader reader;

    DirectoryApi(DirectoryReader reader) {
        this.reader = reader;
    }

    @Operation(operationId = "countries", summary = "Which countries take part, and by which procedures")
    @GetMapping("/countries")
    Page<Country> countries(AccessScope scope) {
        return new Page<>(reader.countries(scope), null);
    }

    @Tagged
    @GetMapping("/countries/{country}")
    ResponseEntity<Country> country(AccessScope scope, @PathVariable CountryCode country) {
        Country found = reader.country(scope, country).orElseThrow(QueryProblem::notFound);
        return ResponseEntity.ok().eTag(Long.toString(found.version())).body(found);
    }

    @Operation(operationId = "networks", summary = "Which countries work together")
    @GetMapping("/networks")
    Page<Network> networks(AccessScope scope) {
        return new Page<>(reader.networks(scope), null);
    }
}
