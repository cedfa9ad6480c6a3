package org.trm.command.casefile;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Comparator;
import java.util.List;

/** All commands there are, found in the package of the case. */
public final class Commands {
    static final List<Class<? extends CaseCommand>> ALL = all();

    private Commands() {}

    public static List<Class<? extends CaseCommand>> all() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackagesOf(CaseCommand.class);
        return classes.stream()
                .filter(c -> c.isAssignableTo(CaseCommand.class) && !c.isInterface())
                .map(c -> c.reflect().<CaseCommand>asSubclass(CaseCommand.class))
                .<Class<? extends CaseCommand>>map(c -> c)
                .sorted(Comparator.comparing(Class::getSimpleName))
                .toList();
    }
}
