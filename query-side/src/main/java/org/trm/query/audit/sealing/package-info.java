/**
 * Seals what was recorded: each record becomes a leaf of a tree that only grows (RFC 6962), and what the tree has come to is
 * signed, kept outside the database and published. Whoever keeps a signed checkpoint can prove that nothing before it was
 * changed.
 */
package org.trm.query.audit.sealing;
