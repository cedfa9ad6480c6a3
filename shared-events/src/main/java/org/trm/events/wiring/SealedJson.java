package org.trm.events.wiring;

import java.util.Map;
import java.util.UUID;
import org.trm.events.types.CaseId;
import org.trm.events.types.DataClass;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Sealed;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * How a sealed value is stored:
 * {@code {"$s":2,"k":"<case>","e":<epoch>,"d":"<class>","f":"<field>","a":"<act>","c":"<ciphertext>"}}. The first property
 * is the version of this form, by which sealed values can be found in any dump; form 1 has no act. One that was redacted has
 * no {@code "c"}, and is the same otherwise, byte by byte: the database takes it out ({@code events.without_ciphertext}).
 */
final class SealedJson {
    private static final int WITHOUT_ACT = 1;
    private static final int FORM = 2;
    private static final Map<Integer, Integer> PROPERTIES = Map.of(WITHOUT_ACT, 6, FORM, 7);

    private SealedJson() {}

    static SimpleModule module() {
        return new SimpleModule()
                .addSerializer(Sealed.class, new Writing())
                .addDeserializer(Sealed.class, new Reading());
    }

    private static final class Writing extends ValueSerializer<Sealed> {
        @Override
        public void serialize(Sealed sealed, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeNumberProperty("$s", sealed.act() == null ? WITHOUT_ACT : FORM);
            json.writeStringProperty("k", sealed.caseId().toString());
            json.writeNumberProperty("e", sealed.epoch());
            json.writeStringProperty("d", sealed.dataClass().name());
            json.writeStringProperty("f", sealed.field().name());
            if (sealed.act() != null) {
                json.writeStringProperty("a", sealed.act().toString());
            }
            if (sealed.ciphertext() != null) {
                json.writeStringProperty("c", sealed.ciphertext());
            }
            json.writeEndObject();
        }
    }

    private static final class Reading extends ValueDeserializer<Sealed> {
        @Override
        public Sealed deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode node = context.readTree(parser);
            int form = node.path("$s").asInt();
            int properties = PROPERTIES.getOrDefault(form, -1) - (node.has("c") ? 0 : 1);
            if (!node.isObject() || node.size() != properties) {
                return context.reportInputMismatch(Sealed.class, "not a sealed value of form %d or before", FORM);
            }
            try {
                return new Sealed(
                        CaseId.of(node.path("k").asString()),
                        node.path("e").intValue(),
                        DataClass.valueOf(node.path("d").asString()),
                        PersonalField.valueOf(node.path("f").asString()),
                        form == WITHOUT_ACT
                                ? null
                                : UUID.fromString(node.path("a").asString()),
                        node.has("c") ? node.path("c").asString() : null);
            } catch (RuntimeException e) {
                return context.reportInputMismatch(Sealed.class, "not a sealed value");
            }
        }
    }
}
