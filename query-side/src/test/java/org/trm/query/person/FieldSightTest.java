package org.trm.query.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Relation;
import org.trm.events.types.Role;

/** The cells of the domain model's table of who may see what (2.6, rows B to I), one by one. */
class FieldSightTest {
    /** A column a field, a row a role; {@code R} where she may be shown it. */
    private static final String TABLE = """
                                   ID PA CO WH TR AC HN HE PS RE AS PR OF PE FA RI
            NATIONAL_FOCAL_POINT   R  R  R  R  R  R  -  -  -  R  R  -  -  -  R  R
            COMPETENT_AUTHORITY    R  R  R  R  R  R  -  -  -  R  R  R  R  R  R  R
            CHILD_PROTECTION_AUTHORITY R R R R R R R - - R - - - - R R
            POLICE                 R  R  -  -  -  R  -  -  -  -  -  R  R  R  -  -
            PROSECUTOR             R  R  -  -  -  R  -  -  -  -  -  R  R  R  -  -
            MIGRATION_AUTHORITY    R  R  -  -  -  -  -  -  -  R  R  -  -  -  -  -
            CONSULATE              R  R  -  -  R  -  -  -  -  -  -  -  -  -  -  -
            NGO_CASE_MANAGER       R  R  R  R  R  R  R  -  -  R  -  -  -  -  R  R
            SHELTER_PROVIDER       R  R  R  R  R  R  R  -  -  R  -  -  -  -  R  R
            HEALTH_PROVIDER        R  R  -  -  -  -  R  R  R  -  -  -  -  -  -  -
            LAWYER_OR_ADVOCATE     R  R  R  R  R  R  R  R  R  R  R  R  R  R  R  R
            GUARDIAN               R  R  R  R  R  R  R  R  R  R  R  R  -  -  R  R
            IOM_OFFICER            R  R  -  -  R  -  -  -  -  R  -  -  -  -  -  -
            NATIONAL_COORDINATOR   -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            NATIONAL_RAPPORTEUR    -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            REGIONAL_COORDINATOR   -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            AUDITOR                -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            DATA_PROTECTION_OFFICER - - - - - - - - - - - - - - - -
            SYSTEM_OPERATOR        -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            DATA_SUBJECT           -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            """;

    @TestFactory
    Stream<DynamicTest> a_role_is_shown_what_the_table_says() {
        return TABLE.lines().skip(1).map(line -> line.trim().split("\\s+")).flatMap(cells -> {
            Role role = Role.valueOf(cells[0]);
            return Arrays.stream(PersonalField.values())
                    .map(field -> DynamicTest.dynamicTest(
                            role + " " + field,
                            () -> assertThat(FieldSight.of(role, ReadingPurpose.ASSISTANCE, Relation.HOLDER)
                                            .contains(field))
                                    .isEqualTo(cells[1 + field.ordinal()].equals("R"))));
        });
    }

    @Test
    void the_table_has_every_role_and_every_field() {
        Set<String> roles = TABLE.lines()
                .skip(1)
                .map(line -> line.trim().split("\\s+")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(roles)
                .containsExactlyInAnyOrder(
                        Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new));
        assertThat(TABLE.lines().skip(1).map(line -> line.trim().split("\\s+").length - 1))
                .allMatch(cells -> cells == PersonalField.values().length);
    }

    @Test
    void a_data_protection_officer_is_shown_who_she_is_when_she_herself_asks() {
        assertThat(FieldSight.of(Role.DATA_PROTECTION_OFFICER, ReadingPurpose.DATA_SUBJECT_REQUEST, Relation.HOLDER))
                .containsExactly(PersonalField.IDENTITY, PersonalField.PAPERS);
    }

    @Test
    void the_focal_point_of_the_country_that_receives_her_is_shown_what_to_know_of_her_health_and_the_holders_is_not() {
        for (Relation relation : Relation.values()) {
            assertThat(FieldSight.of(Role.NATIONAL_FOCAL_POINT, ReadingPurpose.TRANSFER, relation)
                            .contains(PersonalField.HANDOVER_NOTE))
                    .isEqualTo(relation == Relation.ADDRESSED);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void in_an_emergency_everybody_who_acts_in_one_is_shown_the_same_and_nobody_else_anything(Role role) {
        Set<PersonalField> protecting = EnumSet.of(
                PersonalField.IDENTITY,
                PersonalField.PAPERS,
                PersonalField.CONTACT,
                PersonalField.WHEREABOUTS,
                PersonalField.TRAVEL_PLAN,
                PersonalField.HANDOVER_NOTE,
                PersonalField.HEALTH_NOTE,
                PersonalField.FAMILY,
                PersonalField.RISK);
        Set<Role> acting = EnumSet.of(
                Role.NATIONAL_FOCAL_POINT,
                Role.COMPETENT_AUTHORITY,
                Role.CHILD_PROTECTION_AUTHORITY,
                Role.POLICE,
                Role.HEALTH_PROVIDER,
                Role.SHELTER_PROVIDER,
                Role.NGO_CASE_MANAGER,
                Role.CONSULATE);
        assertThat(FieldSight.of(role, ReadingPurpose.EMERGENCY, Relation.HOLDER))
                .isEqualTo(acting.contains(role) ? protecting : Set.of());
    }
}
