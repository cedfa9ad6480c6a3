/**
 * Keys are replaced while they are in use: an operator begins it, and it goes on in the background, also after a restart. How
 * far it has come is written down nowhere but in the keys themselves.
 */
package org.trm.command.keys.replacement;
