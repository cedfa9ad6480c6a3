package org.trm.command.web;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Constructor;
import java.util.Collection;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;
import org.trm.command.casefile.CaseCommand;

/** The acts on cases as they are found in the classes of the capabilities, without a container. */
public final class Controllers {
    private Controllers() {}

    public static CaseActs acts() {
        Collection<?> controllers = new ClassFileImporter()
                .importPackagesOf(CaseCommand.class).stream()
                        .filter(c -> c.isAnnotatedWith(RestController.class))
                        .map(Controllers::made)
                        .toList();
        return new CaseActs(() -> List.copyOf(controllers));
    }

    private static Object made(JavaClass controller) {
        try {
            Constructor<?> constructor = controller.reflect().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(controller.getName(), e);
        }
    }
}
