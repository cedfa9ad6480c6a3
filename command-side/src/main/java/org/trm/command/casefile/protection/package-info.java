/**
 * What protects a child (age, guardian, best interests) and a victim's time to reflect.
 */
package org.trm.command.casefile.protection;
