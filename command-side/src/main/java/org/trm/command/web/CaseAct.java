package org.trm.command.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Context;
import org.trm.events.types.CountryCode;
import tools.jackson.databind.JsonNode;

/**
 * One act on a case, as its address does it.
 *
 * @param name as the API description calls it
 * @param address with the names of ids in braces
 * @param controller whose {@code method} it is
 */
public record CaseAct(
        String name, Class<? extends CaseCommand> command, String address, Object controller, Method method) {
    private static final Pattern ID = Pattern.compile("\\{(\\w+)}");

    static CaseAct of(Object controller, Method method, String address) {
        Class<? extends CaseCommand> command =
                method.getAnnotation(Gives.class).value().asSubclass(CaseCommand.class);
        String simple = command.getSimpleName();
        ReflectionUtils.makeAccessible(method);
        return new CaseAct(
                simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1),
                command,
                address,
                controller,
                method);
    }

    /** Whether the address names something of this kind, such as {@code referralId}. */
    public boolean isOf(String id) {
        return address.contains('{' + id + '}');
    }

    /** The address of the act on these things, which are called as they are in {@link #address}. */
    public String at(Map<String, String> ids) {
        return ID.matcher(address).replaceAll(match -> Matcher.quoteReplacement(ids.get(match.group(1))));
    }

    /**
     * The command that the act would give.
     *
     * @param content null for none
     * @param pointer where the content stands in the body that it came with
     */
    public CaseCommand command(Map<String, String> ids, JsonNode content, String pointer) {
        FieldErrors errors = new FieldErrors();
        AtomicReference<CaseCommand> told = new AtomicReference<>();
        Object[] arguments = Arrays.stream(method.getParameters())
                .map(parameter -> argument(parameter, ids, content, pointer, errors, told))
                .toArray();
        errors.throwIfAny();
        invoke(arguments);
        return told.get();
    }

    private static Object argument(
            Parameter parameter,
            Map<String, String> ids,
            JsonNode content,
            String pointer,
            FieldErrors errors,
            AtomicReference<CaseCommand> told) {
        if (parameter.isAnnotationPresent(PathVariable.class)) {
            return One.id(parameter.getType()).apply(ids.get(parameter.getName()));
        } else if (parameter.isAnnotationPresent(Body.class)) {
            return Form.of(parameter.getType()).read(content == null ? StrictJson.EMPTY : content, pointer, errors);
        }
        return Act.imagined(told::set);
    }

    private void invoke(Object... arguments) {
        try {
            method.invoke(controller, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("An act that cannot be imagined: " + name, e);
        }
    }

    /** Contents that it could have now, a likely one first: if it is possible at all, one of them shows it. */
    public Stream<JsonNode> contents(List<CountryCode> countries, Context context) {
        return new Contents(countries, context).of(body());
    }

    private Class<?> body() {
        return Arrays.stream(method.getParameters())
                .filter(p -> p.isAnnotationPresent(Body.class))
                .findFirst()
                .orElseThrow()
                .getType();
    }
}
