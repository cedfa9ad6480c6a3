package org.trm.command.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.trm.command.casefile.CaseCommand;

/** Which command an address gives to the case: from it the API description says what the act is and who may do it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Gives {
    Class<? extends CaseCommand> value();
}
