package org.trm.command.duplicates;

import static org.trm.events.privacy.BlindIndex.FAMILY_NAME_AND_BIRTH_YEAR;
import static org.trm.events.privacy.BlindIndex.NAME_AND_BIRTH_DATE;
import static org.trm.events.privacy.BlindIndex.PAPER;
import static org.trm.events.privacy.BlindIndex.PHONE;
import static org.trm.events.privacy.BlindIndex.SKELETON_AND_BIRTH_DATE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.command.duplicates.Blinded.One;
import org.trm.events.privacy.BlindIndex;
import org.trm.events.privacy.KeyStore;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.types.CountryCode;
import org.trm.events.types.PersonalField;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes blind values of what is said of a person, where it is sealed and before it is forgotten in the clear. */
@Component
public class Blinding {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final KeyStore store;
    private final JdbcClient jdbc;

    Blinding(KeyStore store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    /**
     * What can be compared of these fields.
     *
     * @param values as they were sent, each a JSON object that has been found to be in order
     * @param in the country in which they were written down
     * @throws KeysUnreachable when the key cannot be reached, or is missing
     */
    public Blinded of(Map<PersonalField, byte[]> values, CountryCode in) {
        List<Trait> traits = values.entrySet().stream()
                .flatMap(field -> traits(field.getKey(), field.getValue(), in))
                .toList();
        if (!traits.isEmpty()) {
            requireKey();
        }
        return Blinded.of(traits.stream()
                .map(trait -> new One(trait.index(), trait.index().of(store, trait.normalised())))
                .toList());
    }

    /** By another key nobody is found who was recorded under the one that is lost, and it could not be put back then. */
    private void requireKey() {
        if (!BlindIndex.hasKey(store)
                && jdbc.sql("SELECT EXISTS (SELECT 1 FROM duplicates.blind)")
                        .query(Boolean.class)
                        .single()) {
            throw new KeysUnreachable("The key macs/blind-index.key is missing: put it back from its backup.", null);
        }
    }

    record Trait(BlindIndex index, String normalised) {
        @Override
        public String toString() {
            return index.name();
        }
    }

    static Stream<Trait> traits(PersonalField field, byte[] value, CountryCode in) {
        return switch (field) {
            case IDENTITY -> ofIdentity(JSON.readTree(value));
            case PAPERS -> ofPapers(JSON.readTree(value));
            case CONTACT -> ofContact(JSON.readTree(value), in);
            default -> Stream.empty();
        };
    }

    /** A name alone is that of many. */
    private static Stream<Trait> ofIdentity(JsonNode identity) {
        String bornOn = identity.path("bornOn").asString("");
        String family = identity.path("familyName").asString("");
        if (bornOn.isEmpty() || Spelling.parts(family).isEmpty()) {
            return Stream.empty();
        }
        LocalDate born = LocalDate.parse(bornOn);
        String given = identity.path("givenNames").asString("");
        return Stream.of(
                new Trait(NAME_AND_BIRTH_DATE, joined(Spelling.parts(family, given), born)),
                new Trait(SKELETON_AND_BIRTH_DATE, joined(Spelling.skeletons(family, given), born)),
                new Trait(FAMILY_NAME_AND_BIRTH_YEAR, joined(Spelling.parts(family), born.getYear())));
    }

    private static String joined(List<String> parts, Object last) {
        return String.join("|", parts) + "|" + last;
    }

    private static Stream<Trait> ofPapers(JsonNode papers) {
        return papers.path("papers")
                .valueStream()
                .map(paper -> List.of(
                        Spelling.number(paper.path("issuedBy").asString("")),
                        Spelling.number(paper.path("number").asString(""))))
                .filter(paper -> paper.stream().noneMatch(String::isEmpty))
                .map(paper -> new Trait(PAPER, String.join("|", paper)));
    }

    private static Stream<Trait> ofContact(JsonNode contact, CountryCode in) {
        return Stream.of("mobilePhone", "homePhone")
                .map(phone -> contact.path(phone).asString(""))
                .flatMap(phone -> Spelling.phone(phone, in).stream())
                .map(phone -> new Trait(PHONE, phone));
    }
}
