package org.trm.query.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A question whose answer opens what is sealed, or is taken away. That it was is recorded of each asking, so that each asking
 * must be answered in full: it is refused by {@code HEAD}, and its answer has no entity tag.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Opens {}
