package org.trm.query.rebuild;

import io.swagger.v3.oas.annotations.Operation;
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
    private static final String NOT_REBUILT = "The view is not being rebuilt, or this has been cancelled";

    private final Projections projections;
    private final GenerationTable generations;
    private final Rebuild rebuild;
    private final Wishes wishes;
    private final Watch watch;

    ProjectionsApi(Projections projections, GenerationTable generations, Rebuild rebuild, Wishes wishes, Watch watch) {
        this.projections = projections;
        this.generations = generations;
        this.rebuild = rebuild;
        this.wishes = wishes;
        this.watch = watch;
    }

    @GetMapping
    @Operation(operationId = "projections", summary = "Every projection with its position, its lag and its rebuild")
    Page<ProjectionStatus> all() {
        return new Page<>(watch.all(), null);
    }

    @PostMapping("/{name}/replay")
    @Operation(operationId = "rebuild", summary = "Rebuild a view beside the one being read; readers notice nothing")
    @UnderWay
    @ApiResponse(responseCode = "409", description = "The view is being rebuilt already")
    ResponseEntity<Progress> replay(@PathVariable String name) {
        return underWay(rebuild.begin(view(name)));
    }

    @PostMapping("/{name}/replay/pause")
    @Operation(
            operationId = "pauseRebuild",
            summary = "Let the rebuild of a view rest until it is resumed",
            description = "It holds no transaction open meanwhile. It does not outlive the node that builds.")
    @UnderWay
    @ApiResponse(responseCode = "409", description = NOT_REBUILT)
    ResponseEntity<Progress> pause(@PathVariable String name) {
        return underWay(wishes.tell(view(name), Generation.Wish.PAUSE));
    }

    @PostMapping("/{name}/replay/resume")
    @Operation(operationId = "resumeRebuild", summary = "Let a paused rebuild go on where it was paused")
    @UnderWay
    @ApiResponse(responseCode = "409", description = NOT_REBUILT)
    ResponseEntity<Progress> resume(@PathVariable String name) {
        return underWay(wishes.tell(view(name), Generation.Wish.GO_ON));
    }

    @PostMapping("/{name}/replay/cancel")
    @Operation(
            operationId = "cancelRebuild",
            summary = "Give the rebuild of a view up and drop what it has built; readers notice nothing")
    @UnderWay
    @ApiResponse(responseCode = "409", description = NOT_REBUILT)
    ResponseEntity<Progress> cancel(@PathVariable String name) {
        return underWay(wishes.tell(view(name), Generation.Wish.CANCEL));
    }

    @GetMapping("/{name}/generations/{number}")
    @Operation(operationId = "rebuildProgress", summary = "How the building of one generation of a view goes, or went")
    Progress generation(@PathVariable String name, @PathVariable int number) {
        return generations.find(name, number).map(Progress::of).orElseThrow(QueryProblem::notFound);
    }

    private CaseView<?> view(String name) {
        return projections.view(name).orElseThrow(QueryProblem::notFound);
    }

    private static ResponseEntity<Progress> underWay(Generation generation) {
        String progress = "/api/admin/projections/" + generation.view() + "/generations/" + generation.number();
        return ResponseEntity.accepted().location(URI.create(progress)).body(Progress.of(generation));
    }
}
