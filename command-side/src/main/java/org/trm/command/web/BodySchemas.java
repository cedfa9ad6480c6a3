package org.trm.command.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trm.events.types.Code;
import org.trm.events.types.DataClass;
import org.trm.events.types.Id;
import tools.jackson.databind.JsonNode;

/** Describes bodies, ids and codes exactly as {@link Form} and {@link Reading} take them. */
@Component
final class BodySchemas implements ModelConverter {
    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json.mapper().constructType(type.getType());
        if (java != null && isOurs(java.getRawClass())) {
            return of(java.getRawClass());
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    private static boolean isOurs(Class<?> kind) {
        return Id.class.isAssignableFrom(kind)
                || Code.class.isAssignableFrom(kind)
                || kind == Nothing.class
                || kind.isRecord() && isBody(kind.getEnclosingClass());
    }

    private static boolean isBody(Class<?> enclosing) {
        return enclosing != null
                && enclosing.getPackageName().startsWith("org.trm.command.")
                && Arrays.stream(enclosing.getDeclaredMethods()).anyMatch(m -> m.isAnnotationPresent(Gives.class));
    }

    static Schema<?> of(Type type) {
        if (type instanceof ParameterizedType many) {
            Type[] of = many.getActualTypeArguments();
            return many.getRawType() == Map.class ? map((Class<?>) of[0], of[1]) : set(of(of[0]));
        }
        Class<?> kind = (Class<?>) type;
        if (kind == boolean.class) {
            return schema("boolean");
        } else if (kind == Long.class) {
            return schema("integer").format("int64").minimum(BigDecimal.ONE);
        } else if (kind == int.class) {
            return schema("integer")
                    .format("int32")
                    .minimum(BigDecimal.ONE)
                    .maximum(BigDecimal.valueOf(Reading.LARGEST_INT));
        } else if (kind == LocalDate.class) {
            return schema("string").format("date");
        } else if (kind == Instant.class) {
            return schema("string").format("date-time");
        } else if (Id.class.isAssignableFrom(kind)) {
            return schema("string").format("uuid");
        } else if (kind.isEnum()) {
            return vocabulary(kind);
        } else if (kind == JsonNode.class) {
            return schema("object");
        } else if (kind == Line.class) {
            return schema("string").minLength(1).maxLength(Line.LONGEST);
        } else if (kind == Prose.class) {
            return schema("string").minLength(1).maxLength(Prose.LONGEST);
        } else if (kind == FileContent.class) {
            Schema<?> file = schema("string").minLength(1).maxLength(FileContent.LONGEST);
            file.setContentEncoding("base64");
            return file.description("A PDF, JPEG, PNG or plain text in UTF-8, of at most 4 MiB, in base64");
        }
        return kind.isRecord() && !Code.class.isAssignableFrom(kind) ? record(kind) : schema("string");
    }

    private static Schema<?> set(Schema<?> of) {
        return schema("array").items(of).uniqueItems(true).description(of.getDescription());
    }

    private static Schema<?> vocabulary(Class<?> kind) {
        Schema<Object> schema = schema("string");
        schema.setEnum(Arrays.stream(kind.getEnumConstants())
                .map(c -> (Object) ((Enum<?>) c).name())
                .toList());
        return kind == DataClass.class ? schema.description(meanings(DataClass.values())) : schema;
    }

    /** Letters say nothing by themselves. */
    private static String meanings(DataClass[] letters) {
        return Arrays.stream(letters)
                .map(letter -> letter + ": " + letter.content())
                .collect(Collectors.joining("; "));
    }

    private static Schema<?> map(Class<?> vocabulary, Type value) {
        Schema<Object> schema = schema("object");
        for (Object key : vocabulary.getEnumConstants()) {
            schema.addProperty(((Enum<?>) key).name(), of(value));
            schema.addRequiredItem(((Enum<?>) key).name());
        }
        return schema.additionalProperties(false);
    }

    private static Schema<?> record(Class<?> kind) {
        Schema<Object> schema = schema("object");
        for (RecordComponent component : kind.getRecordComponents()) {
            schema.addProperty(component.getName(), of(component.getGenericType()));
            if (!component.isAnnotationPresent(Optional.class)) {
                schema.addRequiredItem(component.getName());
            }
        }
        return schema.additionalProperties(false);
    }

    private static Schema<Object> schema(String type) {
        JsonSchema schema = new JsonSchema();
        // Springdoc takes "null" out of the set.
        schema.setTypes(new HashSet<>(Set.of(type)));
        schema.setType(type);
        return schema;
    }
}
