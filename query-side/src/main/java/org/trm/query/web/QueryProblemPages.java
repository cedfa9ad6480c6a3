package org.trm.query.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Explains the problems that only this side has, at the addresses that their types name; beside the command side they are
 * found among its own.
 */
@RestController
final class QueryProblemPages {
    /** @param meaning says what would have been allowed, or what to do */
    record Page(String type, String code, int status, String meaning) {}

    @GetMapping(
            path = {
                "/problems/NOT_FOUND",
                "/problems/FORBIDDEN",
                "/problems/BAD_REQUEST",
                "/problems/NOT_YET_VISIBLE",
                "/problems/REBUILD_RUNNING",
                "/problems/DEFECT"
            },
            produces = MediaType.APPLICATION_JSON_VALUE)
    Page one(HttpServletRequest request) {
        String type = request.getRequestURI();
        String code = type.substring(type.lastIndexOf('/') + 1);
        return switch (code) {
            case "NOT_FOUND" -> new Page(type, code, 404, "There is nothing here that you may see.");
            case "FORBIDDEN" ->
                new Page(type, code, 403, "You may know of this and not see it: your role has no part in it.");
            case "BAD_REQUEST" ->
                new Page(type, code, 400, "A parameter is missing or is not understood: it is named.");
            case "NOT_YET_VISIBLE" ->
                new Page(type, code, 503, "The view has not come as far as the version that you ask for: ask again.");
            case "REBUILD_RUNNING" ->
                new Page(type, code, 409, "The view is being rebuilt: wait until that is done, or has failed.");
            default -> new Page(type, code, 500, "This is a defect of the service; it has been noted there.");
        };
    }
}
