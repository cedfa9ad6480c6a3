package org.trm.command.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** This parameter is the body of an act, read by {@link StrictBody}. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Body {
    /** A body as JSON that the act would take, where none can be made of its fields alone. */
    String example() default "";

    /** How many bytes it may have, where it brings more than words. */
    int largest() default StrictBody.LARGEST;
}
