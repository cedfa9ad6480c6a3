package org.trm.command.duplicates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.trm.command.duplicates.Blinding.Trait;
import org.trm.events.privacy.BlindIndex;
import org.trm.events.types.CountryCode;
import org.trm.events.types.PersonalField;
import tools.jackson.databind.json.JsonMapper;

/** The same person is found again however she was written down, and nobody else is. */
class BlindingProperties {
    private static final CountryCode BG = CountryCode.of("BG");

    /** The same in two scripts, as passports of such countries have it, where each letter stands for one. */
    private static final Map<String, String> SCRIPTS = Map.of(
            "Иванова", "Ivanova",
            "Мария", "Maria",
            "Димитрова", "Dimitrova",
            "Елена", "Elena",
            "Андрей", "Andrei",
            "Παπαδοπούλου", "Papadopoulou",
            "Ελένη", "Elene",
            "Mănăilă", "Manaila",
            "Łuczak", "Luczak",
            "Straße", "STRASSE");

    private static Set<Trait> identity(String family, String given, LocalDate born) {
        return traits(
                PersonalField.IDENTITY, Map.of("familyName", family, "givenNames", given, "bornOn", born.toString()));
    }

    private static Set<Trait> traits(PersonalField field, Map<String, ?> said) {
        return Blinding.traits(field, JsonMapper.shared().writeValueAsBytes(said), BG)
                .collect(Collectors.toSet());
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                        "Doe",
                        "Petrova",
                        "Ionescu",
                        "Ștefănescu",
                        "O'Brien",
                        "García",
                        "Nguyễn",
                        "Zoë",
                        "Иванова",
                        "Яна",
                        "Παππά",
                        "al-Hassan",
                        "Jane",
                        "Ana-Maria",
                        "Łucja",
                        "Øst",
                        "Çelik",
                        "Ірина",
                        "Ďurica")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join(" ", parts));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 30_000)
                .map(day -> LocalDate.of(1930, 1, 1).plusDays(day));
    }

    @Property(tries = 300)
    void the_same_person_written_differently_has_the_same_traits(
            @ForAll("names") String family,
            @ForAll("names") String given,
            @ForAll("days") LocalDate born,
            @ForAll Random any) {
        assertThat(identity(rewritten(family, any), rewritten(given, any), born))
                .isEqualTo(identity(family, given, born))
                .hasSize(3);
    }

    /** In another case and form, with other spaces, in another order, with hyphens. */
    private static String rewritten(String name, Random any) {
        List<String> parts = new ArrayList<>(List.of(name.split(" ")));
        Collections.shuffle(parts, any);
        String written = String.join(any.nextBoolean() ? "  " : "-", parts);
        written = any.nextBoolean() ? written.toUpperCase(Locale.ROOT) : written.toLowerCase(Locale.ROOT);
        written = any.nextBoolean() ? Normalizer.normalize(written, Normalizer.Form.NFD) : written;
        return any.nextBoolean() ? written.replace("'", "’") : written;
    }

    @Property(tries = 300)
    void another_person_has_others(
            @ForAll("names") String family,
            @ForAll("names") String given,
            @ForAll("days") LocalDate born,
            @ForAll("names") String otherFamily,
            @ForAll("names") String otherGiven,
            @ForAll("days") LocalDate otherBorn) {
        boolean sameNames = Spelling.parts(family, given).equals(Spelling.parts(otherFamily, otherGiven));
        Assume.that(!sameNames || !born.equals(otherBorn));

        assertThat(of(BlindIndex.NAME_AND_BIRTH_DATE, identity(otherFamily, otherGiven, otherBorn)))
                .isNotEqualTo(of(BlindIndex.NAME_AND_BIRTH_DATE, identity(family, given, born)));
    }

    @Property(tries = 200)
    void a_name_in_another_script_is_the_same_where_each_letter_stands_for_one(@ForAll("days") LocalDate born) {
        SCRIPTS.forEach((one, other) -> assertThat(of(BlindIndex.NAME_AND_BIRTH_DATE, identity(one, "X", born)))
                .isEqualTo(of(BlindIndex.NAME_AND_BIRTH_DATE, identity(other, "x", born))));
    }

    private static String skeleton(String name) {
        return String.join(" ", Spelling.skeletons(name));
    }

    @Example
    void a_name_that_is_spelt_by_several_conventions_has_one_skeleton() {
        List<List<String>> spellings = List.of(
                // As Bulgaria, Ukraine, Romania, Serbia and Germany write what they read.
                List.of("Юлия", "Юлія", "Yulia", "Yuliya", "Iuliia", "Iulia", "Julija", "Julia"),
                List.of("Наталья", "Наталія", "Natalya", "Natalia", "Nataliia", "Natalja"),
                List.of("Евгения", "Євгенія", "Evgenia", "Evgeniya", "Yevheniia", "Evghenia", "Jewgenia"),
                List.of("Юрий", "Юрій", "Yuri", "Yuriy", "Yurii", "Iurii", "Jurij"),
                List.of("Мар'яна", "Мар’яна", "Maryana", "Mariana", "Marjana"),
                List.of("Андрей", "Andrei", "Andrey", "Andrej"),
                List.of("Елена", "Elena", "Yelena", "Jelena"),
                List.of("Яна", "Yana", "Iana", "Jana"),
                List.of("Живкова", "Zhivkova", "Živkova", "Zivkova"),
                List.of("Михайлова", "Mihaylova", "Mikhaylova", "Mikhailova", "Mihajlova"),
                List.of("Цветкова", "Tsvetkova", "Tzvetkova", "Cvetkova"),
                List.of("Чавдарова", "Chavdarova", "Čavdarova", "Tschawdarowa"),
                List.of("Шишкова", "Shishkova", "Šiškova", "Schischkowa"),
                List.of("Щерева", "Shtereva", "Štereva"),
                List.of("Щербак", "Shcherbak", "Ščerbak", "Szczerbak", "Schtscherbak"),
                List.of("Търнова", "Tarnova"),
                List.of("Кольо", "Kolyo", "Kolio"),
                List.of("Ольга", "Olga", "Olha", "Ol'ga", "Olʹga"),
                List.of("Сергій", "Serhii", "Sergii", "Serhiy"),
                List.of("Ґалаґан", "Galagan", "Galahan"),
                List.of("Виктория", "Вікторія", "Victoria", "Viktoriya", "Viktoriia"),
                List.of("Георгиев", "Georgiev", "Gheorghiev"),
                List.of("Александра", "Aleksandra", "Alexandra"),
                List.of("Петкова", "Petkova", "Petcova"),
                List.of("Ђорђевић", "Đorđević", "Djordjevic"),
                List.of("Ходжа", "Hodzha", "Hodža", "Hoxha"),
                List.of("Ѓорѓи", "Gjorgji"),
                List.of("Љиљана", "Ljiljana"),
                List.of("Βασίλης", "Vasilis"),
                List.of("Ελένη", "Eleni"),
                List.of("Ευαγγελία", "Evangelia"),
                List.of("Θεοδώρα", "Theodora", "Teodora"),
                List.of("Παπαδοπούλου", "Papadopoulou", "Papadopulu"),
                List.of("Müller", "Mueller", "Muller"),
                List.of("Straße", "Strasse"),
                List.of("Håkan", "Haakan", "Hakan"),
                List.of("Øst", "Oest", "Ost"),
                List.of("Анна", "Anna", "Ana"));

        spellings.forEach(of -> assertThat(of.stream().map(BlindingProperties::skeleton))
                .as("%s", of)
                .containsOnly(skeleton(of.get(0))));
        assertThat(spellings.stream().map(of -> skeleton(of.get(0)))).doesNotHaveDuplicates();
    }

    @Example
    void names_of_two_people_keep_two_skeletons() {
        List.of(
                        List.of("Maria Ivanova", "Marina Ivanova"),
                        List.of("Maria", "Mara"),
                        List.of("Ana", "Yana"),
                        List.of("Ana", "Ania"),
                        List.of("Yana", "Zhana"),
                        List.of("Elena", "Alena"),
                        List.of("Iva", "Eva"),
                        List.of("Ioana", "Iana"),
                        List.of("Nadia", "Nada"),
                        List.of("Julia", "Julian"),
                        List.of("Ivan", "Ivana"),
                        List.of("Petrov", "Petrova"),
                        List.of("Petrova", "Pavlova"),
                        List.of("Ivanova", "Yovanova"),
                        List.of("Georgi", "Grigori"),
                        List.of("Stefan", "Stepan"),
                        List.of("Müller", "Miller"))
                .forEach(two -> assertThat(skeleton(two.get(0))).as("%s", two).isNotEqualTo(skeleton(two.get(1))));
    }

    @Example
    void the_skeleton_is_compared_only_with_the_whole_date_of_birth() {
        assertThat(of(BlindIndex.SKELETON_AND_BIRTH_DATE, identity("Иванова", "Юлия", LocalDate.of(1990, 1, 31))))
                .isEqualTo(
                        of(BlindIndex.SKELETON_AND_BIRTH_DATE, identity("Julia", "Iwanowa", LocalDate.of(1990, 1, 31))))
                .containsExactly("iulia|ivanova|1990-01-31");
    }

    @Example
    void who_is_written_with_her_names_the_other_way_round_is_found_by_all_of_them() {
        LocalDate born = LocalDate.of(1990, 1, 31);

        assertThat(of(BlindIndex.NAME_AND_BIRTH_DATE, identity("DOE", "Jane", born)))
                .isEqualTo(of(BlindIndex.NAME_AND_BIRTH_DATE, identity("Jane", "Doe", born)))
                .containsExactly("doe|jane|1990-01-31");
        assertThat(of(BlindIndex.FAMILY_NAME_AND_BIRTH_YEAR, identity("Doe", "Jane", born)))
                .containsExactly("doe|1990");
    }

    @Example
    void marks_that_are_letters_in_their_own_script_tell_people_apart() {
        LocalDate born = LocalDate.of(1990, 1, 31);

        assertThat(identity("किरण", "X", born)).isNotEqualTo(identity("करण", "X", born));
    }

    @Example
    void without_a_date_of_birth_or_without_letters_nobody_is_compared_by_name() {
        assertThat(traits(PersonalField.IDENTITY, Map.of("familyName", "Doe", "givenNames", "Jane")))
                .isEmpty();
        assertThat(identity("-", "?", LocalDate.of(1990, 1, 31))).isEmpty();
        assertThat(Blinding.traits(PersonalField.ACCOUNT, "{\"text\":\"Doe\"}".getBytes(UTF_8), BG))
                .isEmpty();
    }

    private static Set<String> paper(String country, String number) {
        return of(
                BlindIndex.PAPER,
                traits(PersonalField.PAPERS, Map.of("papers", List.of(Map.of("issuedBy", country, "number", number)))));
    }

    @Example
    void a_paper_is_the_same_by_its_number_and_the_country_that_issued_it() {
        assertThat(paper("RO", "x 000-0001")).isEqualTo(paper("RO", "X0000001")).containsExactly("ro|x0000001");
        assertThat(paper("RO", "X0000001")).isNotEqualTo(paper("BG", "X0000001"));
        assertThat(paper("RO", "X0000001")).isNotEqualTo(paper("RO", "X0000002"));
        assertThat(paper("RO", "-")).isEmpty();
    }

    @Example
    void a_telephone_is_the_same_wherever_it_is_called_from() {
        for (String written : List.of("+359 88 123 4567", "00359881234567", "088/123-4567", "+359 (0)88 123 4567")) {
            assertThat(of(BlindIndex.PHONE, traits(PersonalField.CONTACT, Map.of("mobilePhone", written))))
                    .as(written)
                    .containsExactly("+359881234567");
        }
        assertThat(traits(PersonalField.CONTACT, Map.of("homePhone", "+40 21 123 4567", "mobilePhone", "none")))
                .containsExactly(new Trait(BlindIndex.PHONE, "+40211234567"));
    }

    @Example
    void what_is_compared_prints_none_of_its_values() {
        Blinded blinded = Blinded.of("PHONE=-12345,PHONE=7,PAPER=9");

        assertThat(blinded.text()).isEqualTo("PAPER=9,PHONE=-12345,PHONE=7");
        assertThat(blinded.toString()).isEqualTo("Blinded[PAPER, PHONE]");
        assertThat(new Trait(BlindIndex.PHONE, "+40211234567").toString()).doesNotContain("40211234567");
    }

    private static Set<String> of(BlindIndex index, Set<Trait> traits) {
        return traits.stream()
                .filter(trait -> trait.index() == index)
                .map(Trait::normalised)
                .collect(Collectors.toSet());
    }
}
