package org.trm.command.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.command.casefile.Rule;
import org.trm.events.identity.Denial;

/** Explains every problem at the address that its {@code type} names. */
@RestController
@RequestMapping(path = "/problems", produces = "application/json")
final class ProblemPages {
    /** @param meaning says what would have been allowed, or what to do */
    record Page(String type, String code, String title, int status, String meaning) {
        private static Page of(String code, int status, String meaning) {
            return new Page("/problems/" + code, code, Problem.title(code), status, meaning);
        }
    }

    private final Map<String, Page> pages = new LinkedHashMap<>();

    ProblemPages() {
        for (Denial denial : Denial.values()) {
            pages.put(denial.name(), Page.of(denial.name(), denial.status(), denial.sentence()));
        }
        for (Fault fault : Fault.values()) {
            pages.put(fault.name(), Page.of(fault.name(), fault.status(), fault.sentence()));
        }
        for (Rule rule : Rule.values()) {
            pages.put(rule.name(), Page.of(rule.name(), Problem.status(rule.kind()), rule.sentence()));
        }
    }

    @GetMapping
    List<Page> all() {
        return List.copyOf(pages.values());
    }

    @GetMapping("/{code}")
    Page one(@PathVariable String code) {
        Page page = pages.get(code);
        if (page == null) {
            throw new Unanswerable(Fault.NO_SUCH_RESOURCE);
        }
        return page;
    }
}
