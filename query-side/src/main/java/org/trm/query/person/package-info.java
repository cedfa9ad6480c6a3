/**
 * What is known of the person by name. It lies here sealed, like everywhere; it is opened in the moment in which somebody
 * reads it who may, and that she did is recorded before she sees it.
 */
package org.trm.query.person;
