package org.trm.query.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.stereotype.Component;
import org.trm.events.types.Optional;

/** Describes a field of an answer that may be missing as one that may be null. */
@Component
class NullableFields implements PropertyCustomizer {
    private static final String NULL = "null";

    @Override
    @SuppressWarnings("rawtypes")
    public Schema customize(Schema property, AnnotatedType type) {
        return property != null && mayBeMissing(type.getCtxAnnotations()) ? nullable(property) : property;
    }

    private static boolean mayBeMissing(Annotation[] annotations) {
        return annotations != null && Arrays.stream(annotations).anyMatch(Optional.class::isInstance);
    }

    @SuppressWarnings("rawtypes")
    private static Schema nullable(Schema<?> property) {
        if (property.get$ref() != null || property.getEnum() != null) {
            return new JsonSchema().anyOf(List.of(property, of(Set.of(NULL))));
        }
        if (property.getTypes() == null) {
            // What may be any value may be null.
            return property;
        }
        Set<String> types = new LinkedHashSet<>(property.getTypes());
        types.add(NULL);
        property.setTypes(types);
        return property;
    }

    private static Schema<?> of(Set<String> types) {
        Schema<?> schema = new JsonSchema();
        schema.setTypes(types);
        return schema;
    }
}
