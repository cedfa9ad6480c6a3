/**
 * That what is known of a person by name is forgotten: asked for by one data protection officer, confirmed by another, and
 * never while it must be kept.
 */
package org.trm.command.casefile.erasure;
