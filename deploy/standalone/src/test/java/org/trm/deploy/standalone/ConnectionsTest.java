package org.trm.deploy.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;

/** A few connections serve everybody, so that none may be kept. */
class ConnectionsTest {
    private static final JavaClasses BOTH_SIDES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.trm");

    /** Such a stream keeps its connection until it is closed, and none of its steps closes it. */
    @Test
    void rows_are_read_to_their_end_and_not_streamed() {
        noClasses()
                .should()
                .callMethod(MappedQuerySpec.class, "stream")
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "rows are streamed",
                        (JavaMethodCall call) -> call.getTargetOwner().isAssignableTo(JdbcOperations.class)
                                && call.getName().equals("queryForStream")))
                .check(BOTH_SIDES);
    }
}
