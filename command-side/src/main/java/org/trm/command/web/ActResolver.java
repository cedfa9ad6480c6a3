package org.trm.command.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.trm.events.types.Actor;

/** Makes the {@link Act} of a request; who its actor is, the resolver of {@link Actor} says. */
@Component
final class ActResolver implements HandlerMethodArgumentResolver {
    private static final MethodParameter ACTOR =
            new MethodParameter(ReflectionUtils.findMethod(ActResolver.class, "by", Actor.class), 0);

    private final Acts acts;
    private final ObjectProvider<RequestMappingHandlerAdapter> adapter;
    private volatile HandlerMethodArgumentResolver actors;

    ActResolver(Acts acts, ObjectProvider<RequestMappingHandlerAdapter> adapter) {
        this.acts = acts;
        this.adapter = adapter;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Act.class;
    }

    @Override
    public Act resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest web,
            WebDataBinderFactory binders)
            throws Exception {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        Actor actor = actor(container, web, binders);
        Terms terms = Terms.of(request);
        UUID commandId = terms.key() == null ? Ids.next() : Ids.named(actor.id(), terms.key());
        return new Act(
                acts,
                new Acts.Origin(actor, commandId, terms, request, web.getNativeResponse(HttpServletResponse.class)));
    }

    Actor actor(ModelAndViewContainer container, NativeWebRequest web, WebDataBinderFactory binders) throws Exception {
        return (Actor) actors().resolveArgument(ACTOR, container, web, binders);
    }

    /** Asked of Spring MVC when first needed: it is not there yet while its resolvers are collected. */
    private HandlerMethodArgumentResolver actors() {
        if (actors == null) {
            actors = adapter.getObject().getArgumentResolvers().stream()
                    .filter(r -> r.supportsParameter(ACTOR))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Nothing tells who acts"));
        }
        return actors;
    }

    /** Stands for every method that wants to know who acts. */
    static void by(Actor actor) {}
}
