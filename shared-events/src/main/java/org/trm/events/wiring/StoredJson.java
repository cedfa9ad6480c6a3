package org.trm.events.wiring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.trm.events.types.Code;
import org.trm.events.types.Id;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one form in which events are written for thirty years: properties in the order of the record's components, what is
 * null left out, instants and dates by ISO 8601, ids and codes as their bare value. It is read strictly: an unknown
 * property, constant or shape fails and is never skipped.
 */
public final class StoredJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new BareValues())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private StoredJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Records of one value stand for that value; said here, so that the values themselves need no annotation. */
    private static final class BareValues extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAsValue(MapperConfig<?> config, Annotated annotated) {
            return annotated instanceof AnnotatedMethod method
                            && method.getName().equals("value")
                            && isBare(method.getDeclaringClass())
                    ? Boolean.TRUE
                    : super.hasAsValue(config, annotated);
        }

        @Override
        public JsonCreator.Mode findCreatorAnnotation(MapperConfig<?> config, Annotated annotated) {
            return annotated instanceof AnnotatedConstructor constructor && isBare(constructor.getDeclaringClass())
                    ? JsonCreator.Mode.DELEGATING
                    : super.findCreatorAnnotation(config, annotated);
        }

        private static boolean isBare(Class<?> type) {
            return type.isRecord() && (Code.class.isAssignableFrom(type) || Id.class.isAssignableFrom(type));
        }
    }
}
