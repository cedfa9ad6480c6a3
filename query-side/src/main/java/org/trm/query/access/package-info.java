/**
 * Who may read, and what. The token gives an {@link org.trm.query.access.AccessScope}; every reader asks it, and what it
 * does not allow does not exist for the caller. Knows no view.
 */
package org.trm.query.access;
