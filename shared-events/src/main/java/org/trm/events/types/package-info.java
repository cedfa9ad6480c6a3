/**
 * The values of the mechanism: ids, codes and vocabularies that must still be readable in thirty years.
 * They depend on {@code java..} and on each other only, and validate themselves when they are made.
 */
package org.trm.events.types;
