package org.trm.command.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.trm.command.CommandSide;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.ActedBy.Party;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Commands;
import org.trm.command.web.Gives;
import org.trm.events.pages.GeneratedPage;
import org.trm.events.pages.Sayings;
import org.trm.events.types.Role;
import org.trm.events.walls.Wall;

/** The page that says who may do what, for who hands out logins and for who audits that. */
class RolesAndActsPageTest {
    private static final Sayings SAYINGS = Sayings.of("command-side/src/main/java", "shared-events/src/main/java");

    private static final List<Class<? extends CaseCommand>> COMMANDS = Commands.all();

    private static final List<Method> ADDRESSES = Wall.room(CommandSide.class).stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Gives.class))
            .map(JavaMethod::reflect)
            .toList();

    /** In the order in which a case comes to them. */
    private static final List<String> CAPABILITIES = List.of(
            "intake",
            "person",
            "identification",
            "protection",
            "consent",
            "risk",
            "referral",
            "emergency",
            "closing",
            "erasure",
            "timelimit");

    private final GeneratedPage page = new GeneratedPage("roles-and-acts.md", "Roles and acts");

    @Test
    void thePageSaysWhoMayDoWhat() {
        page.paragraph("""
                Whoever acts is asked three things, in this order: what her country is to the case or to the referral, \
                whether her organisation is authorised in her country's mechanism, and whether her role may do this. \
                Each "no" is refused with its own code, see [refusals](refusals.md). Country, organisation and role \
                come from her access token. An operator belongs to no country and is asked for her role alone. A closed case takes no act but those marked "also when closed".""");
        page.paragraph("What the country must be:");
        Arrays.stream(Party.values())
                .forEach(party -> page.item("**" + words(party) + "**: " + SAYINGS.of(Party.class, party.name())));
        Map<String, List<Class<? extends CaseCommand>>> acts =
                COMMANDS.stream().collect(Collectors.groupingBy(RolesAndActsPageTest::capability));
        assertThat(acts.keySet()).isSubsetOf(CAPABILITIES);
        CAPABILITIES.forEach(capability -> {
            page.heading(2, words(capability).replace("Timelimit", "By itself"));
            acts.get(capability).forEach(this::act);
        });
        matrix();
        page.check();
    }

    private static String capability(Class<?> command) {
        return command.getPackageName().substring(command.getPackageName().lastIndexOf('.') + 1);
    }

    private void act(Class<? extends CaseCommand> command) {
        ActedBy by = command.getAnnotation(ActedBy.class);
        page.heading(3, words(command.getSimpleName())).paragraph(SAYINGS.of(command));
        page.item("country: " + words(by.value()) + (by.onClosedCase() ? "; also when closed" : ""));
        page.item("roles: " + (by.roles().length == 0 ? "none, it happens by itself" : roles(by)));
        address(command).forEach(address -> page.item("`" + address + "`"));
    }

    private static String roles(ActedBy by) {
        return Stream.of(by.roles()).sorted().map(RolesAndActsPageTest::words).collect(Collectors.joining(", "));
    }

    private static Stream<String> address(Class<?> command) {
        return ADDRESSES.stream()
                .filter(method -> method.getAnnotation(Gives.class).value() == command)
                .map(method -> {
                    RequestMapping act = mapping(method);
                    return act.method()[0] + " " + path(mapping(method.getDeclaringClass())) + path(act);
                });
    }

    private static RequestMapping mapping(AnnotatedElement element) {
        return AnnotatedElementUtils.getMergedAnnotation(element, RequestMapping.class);
    }

    private static String path(RequestMapping mapping) {
        return String.join("", mapping.path());
    }

    /** Roles that act nowhere are named below the table instead of in it. */
    private void matrix() {
        Map<Boolean, List<Role>> roles = Stream.of(Role.values())
                .collect(Collectors.partitioningBy(role ->
                        COMMANDS.stream().anyMatch(command -> rolesOf(command).contains(role))));
        List<Role> acting = roles.get(true);
        page.heading(2, "All at once");
        acting.forEach(role -> page.item("**" + (acting.indexOf(role) + 1) + "** " + words(role)));
        page.paragraph("")
                .table(
                        Stream.concat(
                                        Stream.of("act", "country"),
                                        acting.stream().map(role -> "" + (acting.indexOf(role) + 1)))
                                .toList(),
                        COMMANDS.stream().map(command -> row(command, acting)).toList());
        page.paragraph("\nThese only read: "
                + roles.get(false).stream().map(RolesAndActsPageTest::words).collect(Collectors.joining(", ")) + ".");
    }

    private static List<Role> rolesOf(Class<?> command) {
        return List.of(command.getAnnotation(ActedBy.class).roles());
    }

    private static List<String> row(Class<?> command, List<Role> acting) {
        ActedBy by = command.getAnnotation(ActedBy.class);
        return Stream.concat(
                        Stream.of(words(command.getSimpleName()), words(by.value())),
                        acting.stream().map(role -> rolesOf(command).contains(role) ? "●" : ""))
                .toList();
    }

    private static String words(Enum<?> code) {
        String words = code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.replace("ngo ", "NGO ").replace("iom ", "IOM ");
    }

    /** {@code AcceptReferral} reads "Accept referral". */
    private static String words(String name) {
        String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
