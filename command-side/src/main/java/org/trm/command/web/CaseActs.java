package org.trm.command.web;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;
import org.trm.command.casefile.CaseCommand;

/** All acts of countries on cases that there are, found where requests find them; what an operator does is none of theirs. */
@Component
public final class CaseActs {
    /** An act that an address names, and the ids in it. */
    public record Named(CaseAct act, Map<String, String> ids) {}

    private static final String OF_COUNTRIES = "/api/cases";

    private final Supplier<Collection<?>> controllers;
    private volatile Map<PathPattern, CaseAct> acts;

    /** The beans are asked for when they are first needed: some of them need this one. */
    @Autowired
    CaseActs(ListableBeanFactory beans) {
        this(() -> beans.getBeansWithAnnotation(RestController.class).values());
    }

    CaseActs(Supplier<Collection<?>> controllers) {
        this.controllers = controllers;
    }

    /** In the order of their addresses. */
    public List<CaseAct> all() {
        return acts().values().stream()
                .sorted(Comparator.comparing(CaseAct::address))
                .toList();
    }

    /** Empty when nothing is done at this address. */
    public Optional<Named> at(ActAddress address) {
        PathContainer path = PathContainer.parsePath(address.value());
        return acts().entrySet().stream()
                .map(entry -> {
                    PathMatchInfo match = entry.getKey().matchAndExtract(path);
                    return match == null ? null : new Named(entry.getValue(), match.getUriVariables());
                })
                .filter(named -> named != null)
                .findFirst();
    }

    private Map<PathPattern, CaseAct> acts() {
        if (acts == null) {
            Map<PathPattern, CaseAct> found = new HashMap<>();
            for (Object controller : controllers.get()) {
                for (CaseAct act : actsOf(controller)) {
                    found.put(PathPatternParser.defaultInstance.parse(act.address()), act);
                }
            }
            acts = Map.copyOf(found);
        }
        return acts;
    }

    private static List<CaseAct> actsOf(Object controller) {
        List<CaseAct> acts = new ArrayList<>();
        for (Method method : controller.getClass().getDeclaredMethods()) {
            Gives gives = method.getAnnotation(Gives.class);
            if (gives != null && CaseCommand.class.isAssignableFrom(gives.value())) {
                acts.add(CaseAct.of(controller, method, path(controller.getClass()) + path(method)));
            }
        }
        acts.removeIf(act -> !act.address().startsWith(OF_COUNTRIES));
        return acts;
    }

    private static String path(AnnotatedElement mapped) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(mapped, RequestMapping.class);
        return Arrays.stream(mapping.path()).findFirst().orElse("");
    }
}
