package org.trm.command.security;

import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.trm.events.types.Actor;

/** Gives a controller method the {@link Actor} that it asks for: the bearer of the request's token. */
@Component
class ActorFromJwt implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private final Actors actors;

    ActorFromJwt(Actors actors) {
        this.actors = actors;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    /** @throws IllegalStateException when the path was left open: no act without an actor */
    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer model,
            NativeWebRequest request,
            WebDataBinderFactory binder) {
        if (request.getUserPrincipal() instanceof Acting acting) {
            actors.remember(acting.bearer());
            return acting.actor();
        }
        throw new IllegalStateException("A path that needs an actor is open to everyone");
    }
}
