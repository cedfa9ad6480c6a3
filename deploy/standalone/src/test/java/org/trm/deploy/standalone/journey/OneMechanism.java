package org.trm.deploy.standalone.journey;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the mechanism for the first story that is told, and stops it after the last one. */
final class OneMechanism implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext story) {
        return parameter.getParameter().getType() == Mechanism.class;
    }

    @Override
    public Mechanism resolveParameter(ParameterContext parameter, ExtensionContext story) {
        return story.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Mechanism.class, ignored -> new Mechanism(), Mechanism.class);
    }
}
