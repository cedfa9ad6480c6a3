package org.trm.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a query parameter that the question does not have, or has once, rather than answer another question than was
 * asked; and lets no answer be kept on the way.
 */
class KnownParameters implements HandlerInterceptor {
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod question && isOurs(question)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            Set<String> names = known.computeIfAbsent(question.getMethod(), KnownParameters::names);
            given(request).forEach((name, values) -> {
                if (!names.contains(name)) {
                    throw QueryProblem.parameter(name, "is not known here" + hint(names));
                }
                if (values.length > 1) {
                    throw QueryProblem.parameter(name, "must be given once");
                }
            });
        }
        return true;
    }

    /** The container reads a query when it is first asked for, and says so only then that it cannot. */
    private static Map<String, String[]> given(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException e) {
            throw QueryProblem.of(
                    Unanswered.MALFORMED_PARAMETER,
                    "The query cannot be read: percent-encode its UTF-8, and send only parameters that are described.");
        }
    }

    static boolean isOurs(HandlerMethod question) {
        return question.getBeanType().getPackageName().startsWith("org.trm.query");
    }

    private static Set<String> names(Method question) {
        return Arrays.stream(question.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(KnownParameters::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String name(Parameter parameter) {
        String given = parameter.getAnnotation(RequestParam.class).name();
        String alias = parameter.getAnnotation(RequestParam.class).value();
        return !given.isEmpty() ? given : alias.isEmpty() ? parameter.getName() : alias;
    }

    private static String hint(Set<String> names) {
        return names.isEmpty()
                ? ": there are none"
                : ": there are " + names.stream().sorted().collect(Collectors.joining(", "));
    }
}
