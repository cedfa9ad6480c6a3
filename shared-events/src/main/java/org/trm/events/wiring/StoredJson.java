package org.trm.events.wiring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.trm.events.types.Code;
import org.trm.events.types.Id;
import org.trm.events.types.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one form in which events are written for thirty years: properties in the order of the record's components, what is
 * null left out, instants and dates by ISO 8601, ids and codes as their bare value. It is read strictly: an unknown
 * property, constant or shape fails and is never skipped, and so does one that is missing where it is not {@link Optional}.
 */
public final class StoredJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new HouseRecords())
            .addModule(SealedJson.module())
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

    /**
     * How the records of the house are stored, without an annotation of Jackson's on any: those of one value stand for
     * that value, and what is not optional must be there, whether written or read.
     */
    private static final class HouseRecords extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            return isNeeded(member);
        }

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
            return isNeeded(annotated)
                    ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                    : super.findSetterInfo(config, annotated);
        }

        /** Without this what is null would be left out before anyone asks whether it may be. */
        @Override
        public JsonInclude.Value findPropertyInclusion(MapperConfig<?> config, Annotated annotated) {
            return isNeeded(annotated)
                    ? JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS)
                    : super.findPropertyInclusion(config, annotated);
        }

        @Override
        public Object findNullSerializer(MapperConfig<?> config, Annotated annotated) {
            return isNeeded(annotated) ? Missing.class : super.findNullSerializer(config, annotated);
        }

        private boolean isNeeded(Annotated annotated) {
            return annotated instanceof AnnotatedMember && !_hasAnnotation(annotated, Optional.class);
        }

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

    /** Refuses to store an event without something that it must have: what is in the store could not be mended. */
    static final class Missing extends ValueSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {
            context.reportMappingProblem(
                    "%s is missing", json.streamWriteContext().currentName());
        }
    }
}
