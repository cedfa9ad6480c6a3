package org.trm.command.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which command an address gives, to a case or to the directory: from it the API description says what the act is and who
 * may do it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Gives {
    Class<?> value();

    /** Whether something comes into being of which the client does not choose the id. */
    boolean creates() default false;

    /** Whether whoever acts may read what came into being. */
    boolean readable() default true;
}
