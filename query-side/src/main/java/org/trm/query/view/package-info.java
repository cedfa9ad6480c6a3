/**
 * What every view is made of: a pure fold of a case's recorded events, the tables that keep what it folded, and the
 * generation of those tables that is being read. A view is one package of its own that uses these; this package knows
 * no view.
 */
package org.trm.query.view;
