package org.trm.query.rebuild;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.query.projection.Generation;
import org.trm.query.projection.GenerationTable;
import org.trm.query.projection.Projections;
import org.trm.query.view.CaseView;
import org.trm.query.web.Page;
import org.trm.query.web.QueryProblem;

/** What an operator sees of the projections and may ask of them. */
@RestController
@RequestMapping(path = "/api/admin/projections", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Projections")
class ProjectionsApi {
    private final Projections projections;
    private final GenerationTable generations;
    private final Rebuild rebuild;
    private final Watch watch;

    ProjectionsApi(Projections projections, GenerationTable generations, Rebuild rebuild, Watch watch) {
        this.projections = projections;
        this.generations = generations;
        this.rebuild = rebuild;
        this.watch = watch;
    }

    @GetMapping
    @Operation(operationId = "projections", summary = "Every projection with its position, its lag and its rebuild")
    Page<ProjectionStatus> all() {
        return new Page<>(watch.all(), null);
    }

    @PostMapping("/{name}/replay")
    @Operation(operationId = "rebuild", summary = "Rebuild a view beside the one being read; readers notice nothing")
    @ApiResponse(
            responseCode = "202",
            description = "Begun; see Location for its progress",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where its progress is to be read",
                            schema = @Schema(type = "string", format = "uri-reference")))
    @ApiResponse(responseCode = "409", description = "The view is being rebuilt already")
    ResponseEntity<Progress> replay(@PathVariable String name) {
        CaseView<?> view = projections.view(name).orElseThrow(QueryProblem::notFound);
        Generation begun = rebuild.begin(view);
        return ResponseEntity.accepted()
                .location(URI.create("/api/admin/projections/" + name + "/generations/" + begun.number()))
                .body(Progress.of(begun));
    }

    @GetMapping("/{name}/generations/{number}")
    @Operation(operationId = "rebuildProgress", summary = "How the building of one generation of a view goes, or went")
    Progress generation(@PathVariable String name, @PathVariable int number) {
        return generations.find(name, number).map(Progress::of).orElseThrow(QueryProblem::notFound);
    }
}
