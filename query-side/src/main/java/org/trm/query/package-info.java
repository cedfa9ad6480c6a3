/**
 * The read models. Each view is a pure fold of the recorded events, so that the live view, the view of an earlier moment
 * and a rebuilt view cannot differ. Nothing here decides what may happen to a case.
 */
package org.trm.query;
