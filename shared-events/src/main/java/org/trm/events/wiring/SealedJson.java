package org.trm.events.wiring;

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
 * How a sealed value is stored: {@code {"$s":1,"k":"<case>","e":<epoch>,"d":"<class>","f":"<field>","c":"<ciphertext>"}}.
 * The first property is the version of this form, by which sealed values can be found in any dump.
 */
final class SealedJson {
    private static final int FORM = 1;
    private static final int PROPERTIES = 6;

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
            json.writeNumberProperty("$s", FORM);
            json.writeStringProperty("k", sealed.caseId().toString());
            json.writeNumberProperty("e", sealed.epoch());
            json.writeStringProperty("d", sealed.dataClass().name());
            json.writeStringProperty("f", sealed.field().name());
            json.writeStringProperty("c", sealed.ciphertext());
            json.writeEndObject();
        }
    }

    private static final class Reading extends ValueDeserializer<Sealed> {
        @Override
        public Sealed deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode node = context.readTree(parser);
            if (!node.isObject() || node.size() != PROPERTIES || node.path("$s").asInt() != FORM) {
                return context.reportInputMismatch(Sealed.class, "not a sealed value of form %d", FORM);
            }
            try {
                return new Sealed(
                        CaseId.of(node.path("k").asString()),
                        node.path("e").intValue(),
                        DataClass.valueOf(node.path("d").asString()),
                        PersonalField.valueOf(node.path("f").asString()),
                        node.path("c").asString());
            } catch (RuntimeException e) {
                return context.reportInputMismatch(Sealed.class, "not a sealed value");
            }
        }
    }
}
