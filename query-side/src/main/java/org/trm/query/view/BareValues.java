package org.trm.query.view;

import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.CitizenshipCode;
import org.trm.events.types.Code;
import org.trm.events.types.ConsentId;
import org.trm.events.types.ContentHash;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DocumentId;
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.Id;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.NetworkId;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ZoneCode;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Ids and codes as their bare values, in what views keep and in answers alike. */
@Component
public final class BareValues extends SimpleModule {
    private static final long serialVersionUID = 1L;

    public BareValues() {
        super("bare values of the read models");
        addSerializer(Code.class, new Bare<>(Code::value));
        addSerializer(Id.class, new Bare<>(id -> id.value().toString()));
        reads(CaseId.class, CaseId::of);
        reads(ConsentId.class, ConsentId::of);
        reads(EmergencyAccessId.class, EmergencyAccessId::of);
        reads(DocumentId.class, DocumentId::of);
        reads(ReferralId.class, ReferralId::of);
        reads(CaseReference.class, CaseReference::new);
        reads(CitizenshipCode.class, CitizenshipCode::new);
        reads(ContentHash.class, ContentHash::new);
        reads(CountryCode.class, CountryCode::new);
        reads(LanguageCode.class, LanguageCode::new);
        reads(NetworkId.class, NetworkId::new);
        reads(OrganisationId.class, OrganisationId::new);
        reads(ZoneCode.class, ZoneCode::new);
    }

    private <T> void reads(Class<T> type, Function<String, T> of) {
        addDeserializer(type, new Text<>(of));
    }

    private static final class Bare<T> extends ValueSerializer<T> {
        private final Function<T, String> text;

        private Bare(Function<T, String> text) {
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(text.apply(value));
        }
    }

    private static final class Text<T> extends ValueDeserializer<T> {
        private final Function<String, T> of;

        private Text(Function<String, T> of) {
            this.of = of;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            return of.apply(json.getString());
        }
    }
}
