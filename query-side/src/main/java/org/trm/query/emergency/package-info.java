/**
 * What was opened in emergencies, and what was found of it: the list from which those who review it work. It lies in no
 * case's own view, because a country answers for its officers also when its part in the case has ended.
 */
package org.trm.query.emergency;
